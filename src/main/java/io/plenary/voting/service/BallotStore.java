package io.plenary.voting.service;

import io.plenary.activity.service.StoreUnavailable;
import io.plenary.voting.Ballot;
import io.plenary.voting.BallotPaper;
import io.plenary.voting.Recount;
import io.plenary.voting.Ruling;
import io.plenary.voting.Tally;
import io.vertx.core.Future;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Port: where ballots live and are counted. Futures fail with {@link StoreUnavailable} while the
 * store cannot answer; a batch that failed so may or may not be counted, and sending the same votes
 * again is right in both cases.
 */
public interface BallotStore {
  /** What became of one ballot. */
  enum Outcome {
    /** Stored, counted, on disk. */
    COUNTED,
    /** This very vote was counted before. */
    REPEATED,
    /**
     * A vote with a higher (or another with the same) sequence number counts; {@link Cast#standing}
     * is it.
     */
    SUPERSEDED,
    /**
     * The activity was locked before it was cast, or it was held longer than the grace. Noted as
     * late.
     */
    LATE,
    /** The activity is a draft. */
    NOT_OPEN,
    /** The activity is in another round. */
    ACTIVITY_CHANGED,
    /**
     * The activity is anonymised: whether this vote was counted before cannot be known any more.
     */
    FINALISED,
    /** There is no such activity. */
    GONE
  }

  /**
   * @param standing with SUPERSEDED, the vote that counts; else null
   * @param step whether a step was published with the batch it came in
   */
  record Cast(Outcome outcome, @Nullable Standing standing, boolean step) {
    public Cast(Outcome outcome, Standing standing) {
      this(outcome, standing, false);
    }
  }

  record Standing(long seq, String ballot) {}

  /**
   * Casts a batch of votes on one activity, in order, in one atomic step. A vote on a locked
   * activity counts when the time it was cast (now − heldMs) is not after the lock and now is
   * within {@code graceMs} of it, both by the store's clock.
   */
  Future<List<Cast>> cast(String eventId, String activityId, List<Ballot> ballots, long graceMs);

  /** The newest tally as published; null when the activity does not exist. */
  default Future<Tally> tally(String eventId, String activityId) {
    return tally(eventId, activityId, null);
  }

  /**
   * The same, read from where it has moved since.
   *
   * @param known an earlier tally of this epoch; null when there is none
   */
  Future<Tally> tally(String eventId, String activityId, @Nullable Tally known);

  /**
   * What a moderator decided of one family.
   *
   * @param next with a revision one higher than that of the decision it was made on
   */
  record Decision(String family, Ruling next) {}

  /** What became of decisions. */
  enum Moderated {
    WRITTEN,
    /** Another decision about one of the families came between; none of these is written. */
    CONFLICT,
    /** The activity has as many as it may; none of these is written. */
    TOO_MANY,
    GONE
  }

  /**
   * Writes decisions, all or none. Where they join or part families, everything is counted anew
   * under them, in the same atomic step.
   *
   * @param limit families of one activity that may have a decision
   */
  Future<Moderated> moderate(
      String eventId, String activityId, List<Decision> decisions, int limit);

  /** Ballots and tally at one moment; null when the activity does not exist. */
  Future<Recount> recount(String eventId, String activityId);

  /**
   * Sets what is counted to what the ballots say, and raises the tally's version; of very many
   * ballots in steps. Publishes nothing before the last step. Fails where votes move too fast.
   *
   * @param paper how the activity's ballots count
   */
  Future<Void> repair(String eventId, String activityId, BallotPaper<?, ?> paper);

  /**
   * Makes the last step of a closed activity, once no vote can count any more: everything that is
   * counted is published, unless fewer answered than a step holds. Calling it again does nothing.
   *
   * @return 0 once it is made, −1 when the activity is not closed or gone, else how many ms the
   *     grace still takes by the store's clock
   */
  Future<Long> publishLast(String eventId, String activityId, long graceMs);
}
