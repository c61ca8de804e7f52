package io.plenary.activity.service;

import io.vertx.core.Future;
import java.util.List;
import java.util.Set;

/** Port: which servers work on the store at this moment. */
public interface NodeStore {
  /**
   * One of them.
   *
   * @param id of this start of it
   * @param people whom it serves
   * @param kinds of activities that it knows
   */
  record Peer(String id, long people, Set<String> kinds) {}

  /**
   * @param alive all others
   * @param dead those that ended without a word: ids
   */
  record Seen(List<Peer> alive, List<String> dead) {}

  /**
   * Notes that this one lives, for a while, and answers what is known of the others. Fails with
   * {@link NewerStore}, and notes nothing, when a newer version decides how the store is written.
   */
  Future<Seen> note(Peer self);

  /** It is gone, and so is everything that it was about. */
  Future<Void> forget(String id);
}
