package io.plenary.identity;

import java.time.Instant;

/**
 * An offer to help run an event, for whoever has its link.
 *
 * @param by id of the account that made it
 * @param until when it ends by itself
 */
public record Invitation(Grant grant, String by, Instant until) {}
