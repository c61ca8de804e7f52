package io.plenary.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.plenary.words.ActivityState;
import io.plenary.words.Results;
import org.jspecify.annotations.Nullable;

/**
 * The members of every ballot that attendees and stage see, whatever its kind; a kind's record
 * holds them unwrapped beside its own. What an audience may not see is not in it.
 *
 * @param smallGroup true: every vote shows at once; null: results move in steps
 * @param tally null while this audience may not see it
 * @param openedAt when it was opened last, in epoch milliseconds; null of a draft, and always to
 *     attendees
 * @param closingMs how long votes pressed before the lock are still counted; null once that is
 *     over, and always to attendees
 */
public record RoomBallot(
    String id,
    long round,
    ActivityState state,
    Results results,
    @JsonInclude(Include.NON_NULL) @Nullable Boolean smallGroup,
    Wire.@Nullable Tally tally,
    @JsonInclude(Include.NON_NULL) @Nullable Long openedAt,
    @JsonInclude(Include.NON_NULL) @Nullable Long closingMs)
    implements Wire.BallotMembers {}
