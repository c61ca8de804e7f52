package io.plenary.protocol;

/**
 * What an organiser writes of an activity: a record for each kind that a {@link KindWire} reads.
 */
public interface WireDraft {}
