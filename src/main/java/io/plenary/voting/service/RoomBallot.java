package io.plenary.voting.service;

import io.plenary.protocol.PollState;
import io.plenary.protocol.Results;
import io.plenary.protocol.Wire;
import org.jspecify.annotations.Nullable;

/**
 * What the room is told of a ballot of any kind, as the wire says it. What an audience may not see
 * is not in it.
 *
 * @param smallGroup true: every vote shows at once; null: results move in steps
 * @param tally null while this audience may not see it
 * @param closingMs how long votes pressed before the lock are still counted; null once that is
 *     over, and always to attendees
 */
public record RoomBallot(
    String id,
    long round,
    PollState state,
    Results results,
    @Nullable Boolean smallGroup,
    Wire.@Nullable Tally tally,
    @Nullable Long closingMs) {}
