package io.plenary.kinds.reactions.service;

import io.plenary.activity.service.StoreUnavailable;
import io.plenary.kinds.reactions.ReactionCounts;
import io.vertx.core.Future;

/**
 * Port: where reactions are added up. Futures fail with {@link StoreUnavailable} while the store
 * cannot answer.
 */
public interface ReactionStore {
  enum Outcome {
    ADDED,
    /** They were turned off. Nothing was written. */
    OFF,
    /** There are none any more. */
    GONE
  }

  /** Adds what is not zero, of at least one; what is asked again counts again. */
  Future<Outcome> add(String eventId, String id, ReactionCounts more);

  /** Null when the store holds none. */
  Future<ReactionCounts> totals(String eventId, String id);

  /** How long ago they were turned on or off, in milliseconds by the store's clock. */
  Future<Long> idleMillis(String eventId, String id);
}
