package io.plenary.voting.service;

import io.plenary.protocol.PollState;
import io.plenary.protocol.Results;
import io.plenary.protocol.Wire;
import org.jspecify.annotations.Nullable;

/**
 * What organisers are told of a ballot of any kind, as the wire says it; beside {@link RoomBallot}:
 *
 * @param chosen who sees the results whenever a round begins
 * @param hasVotes whether what is asked cannot be edited any more
 * @param sealed whether nobody can find out any more who answered what
 */
public record OrganiserBallot(
    String id,
    long rev,
    long round,
    PollState state,
    Results results,
    Results chosen,
    @Nullable Boolean smallGroup,
    Wire.Tally tally,
    boolean hasVotes,
    boolean sealed,
    @Nullable Long closingMs) {}
