package io.plenary.voting.service;

import io.plenary.activity.service.StoreUnavailable;
import io.vertx.core.Future;
import java.util.List;

/**
 * Port: what makes a final activity anonymous for good. Futures fail with {@link StoreUnavailable}
 * while the store cannot answer.
 */
public interface AnonymiserStore {
  /**
   * Under which keys people have voted, read at one moment.
   *
   * @param version of the tally at that moment
   * @param keys of voters, in no order; empty when the activity is anonymised
   */
  record VoterList(boolean anonymised, long round, long version, List<String> keys) {
    public VoterList {
      keys = List.copyOf(keys);
    }
  }

  enum Outcome {
    /**
     * Nothing of a single voter is left: the key is deleted, ballots are "choice, how many", late
     * voters a number.
     */
    ANONYMISED,
    /** It was anonymised before. */
    ALREADY,
    /** Votes moved since the voters were read. */
    MOVED,
    /** Votes that were cast in time may still be on their way. */
    TOO_EARLY,
    /** The activity is not final, or gone. */
    NOT_FINAL
  }

  /** Null when the activity does not exist. */
  Future<VoterList> voters(String eventId, String activityId);

  /**
   * @param receipts hash of the receipt of each of {@code of}, sorted, 64 hex digits each
   */
  Future<Outcome> anonymise(
      String eventId, String activityId, VoterList of, List<String> receipts, long graceMs);

  /**
   * How long ago the activity was last opened or locked, in milliseconds by the store's clock; very
   * long when it never was.
   */
  Future<Long> idleMillis(String eventId, String activityId);
}
