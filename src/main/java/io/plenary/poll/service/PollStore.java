package io.plenary.poll.service;

import io.plenary.poll.Ballot;
import io.plenary.poll.Choice;
import io.plenary.poll.Recount;
import io.plenary.poll.Tally;
import io.vertx.core.Future;
import java.util.List;

/**
 * Port: where ballots live and are counted. Futures fail with {@code StoreAway} while the store cannot answer; a
 * batch that failed so may or may not be counted, and sending the same votes again is right in both cases.
 */
public interface PollStore {
  /** What became of one ballot. */
  enum Outcome {
    /** Stored, counted, on disk. */
    COUNTED,
    /** This very vote was counted before. */
    REPEATED,
    /** A vote with a higher (or another with the same) sequence number counts; {@link Cast#standing} is it. */
    SUPERSEDED,
    /** The poll was locked before it was cast, or it was held longer than the grace. Noted as late. */
    LATE,
    /** The poll is a draft. */
    NOT_OPEN,
    /** The poll is in another round. */
    POLL_CHANGED,
    /** The poll is sealed: whether this vote was counted before cannot be known any more. */
    FINALISED,
    /** There is no such poll. */
    GONE
  }

  /** @param standing with SUPERSEDED, the vote that counts; else null */
  record Cast(Outcome outcome, Standing standing) {}

  record Standing(long seq, Choice choice) {}

  /**
   * Casts a batch of votes on one poll, in order, in one atomic step. A vote on a locked poll counts when the time it was cast
   * (now − heldMs) is not after the lock and now is within {@code graceMs} of it, both by the store's clock.
   */
  Future<List<Cast>> cast(String eventId, String pollId, List<Ballot> ballots, long graceMs);

  /** The newest tally; null when the poll does not exist. */
  Future<Tally> tally(String eventId, String pollId);

  /** Ballots and tally at one moment; null when the poll does not exist. */
  Future<Recount> recount(String eventId, String pollId);

  /** Sets the tally to what the ballots say, atomically, and raises its version. */
  Future<Tally> repair(String eventId, String pollId);
}
