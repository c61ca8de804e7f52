package io.plenary.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.plenary.words.ActivityState;
import io.plenary.words.Results;
import org.jspecify.annotations.Nullable;

/**
 * The members of every ballot that organisers see, whatever its kind; beside those of {@link
 * RoomBallot}:
 *
 * @param chosen who sees the results whenever a round begins
 * @param hasVotes whether what is asked cannot be edited any more
 * @param anonymised whether nobody can find out any more who answered what
 */
public record OrganiserBallot(
    String id,
    long rev,
    long round,
    ActivityState state,
    Results results,
    Results chosen,
    @JsonInclude(Include.NON_NULL) @Nullable Boolean smallGroup,
    Wire.Tally tally,
    boolean hasVotes,
    boolean anonymised,
    @JsonInclude(Include.NON_NULL) @Nullable Long openedAt,
    @JsonInclude(Include.NON_NULL) @Nullable Long closingMs)
    implements Wire.BallotMembers {}
