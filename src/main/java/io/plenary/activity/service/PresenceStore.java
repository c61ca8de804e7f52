package io.plenary.activity.service;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Set;

/**
 * Port: how many people each node has in the rooms of an event, and how many places for pages. What
 * a node says holds for {@link #HOLDS_MS}. Fails with {@link StoreUnavailable}.
 */
public interface PresenceStore {
  /** Every node that has somebody says so as often. */
  long EVERY_MS = 1_000;

  /** A node that is dead is found out within 2 s; one that is held up for half a second lives. */
  long HOLDS_MS = 1_700;

  /**
   * What this node says.
   *
   * @param people by room, of every room of the event
   * @param most places that there are at all nodes together
   */
  record Mine(Map<String, Integer> people, SharedPlaces.Wish places, int most) {}

  /**
   * @param elsewhere people at other nodes; who is at two of them is two
   * @param joined who ever was in the room
   */
  record Counted(int elsewhere, long joined) {}

  /**
   * @param overdueMs in how long a node counts for nothing of which nothing was heard in time; 0:
   *     there is none
   * @param places that this node has until the next answer
   * @param free places that no node has
   * @param lacking places that other nodes asked for in vain
   * @param others names of the other nodes that have somebody
   */
  record Answer(
      Map<String, Counted> rooms,
      long overdueMs,
      int places,
      int free,
      int lacking,
      Set<String> others) {}

  Future<Answer> tell(String eventId, String node, Mine mine);
}
