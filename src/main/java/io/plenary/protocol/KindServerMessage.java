package io.plenary.protocol;

/**
 * What the server says about one kind of activity: records of the kind, which {@link KindWire}
 * lists.
 */
public non-sealed interface KindServerMessage extends ServerMessage {}
