package io.plenary.protocol;

/**
 * What an organiser writes of an activity: a record for each kind that is listed in {@link Drafts}.
 */
public interface WireDraft {}
