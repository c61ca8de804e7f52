package io.plenary.activity.service;

import io.vertx.core.Future;
import java.util.Map;

/**
 * Port: how many people each node has in the rooms of an event. What a node says holds for {@link
 * #HOLDS_MS}. Fails with {@link StoreUnavailable}.
 */
public interface PresenceStore {
  /** Every node that has somebody says so as often. */
  long EVERY_MS = 1_000;

  /** A node that is dead is found out within 2 s; one that is held up for half a second lives. */
  long HOLDS_MS = 1_700;

  /**
   * @param elsewhere people at other nodes; who is at two of them is two
   * @param joined who ever was in the room
   */
  record Counted(int elsewhere, long joined) {}

  /**
   * @param overdueMs in how long a node counts for nothing of which nothing was heard in time; 0:
   *     there is none
   */
  record Answer(Map<String, Counted> rooms, long overdueMs) {}

  /**
   * @param here people at this node by room, of every room of the event
   */
  Future<Answer> tell(String eventId, String node, Map<String, Integer> here);
}
