package io.plenary.hub;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * What somebody follows on this node, on whichever loop: nothing need be made for nobody. Usable
 * from any thread.
 */
final class Followed {
  /** On how many loops. */
  private final Map<Topic, Integer> loops = new ConcurrentHashMap<>();

  /** The first of its loop came. */
  void began(Topic topic) {
    loops.merge(topic, 1, Integer::sum);
  }

  /** The last of its loop went. */
  void ended(Topic topic) {
    loops.computeIfPresent(topic, (t, n) -> n == 1 ? null : n - 1);
  }

  boolean any(Topic topic) {
    return loops.containsKey(topic);
  }

  Set<String> events() {
    return loops.keySet().stream().map(Topic::eventId).collect(Collectors.toSet());
  }
}
