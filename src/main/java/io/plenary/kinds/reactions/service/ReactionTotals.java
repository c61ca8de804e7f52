package io.plenary.kinds.reactions.service;

import io.plenary.activity.ActivityRef;
import io.plenary.kinds.reactions.ReactionCounts;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The totals this node has read last. Usable from any thread. */
public final class ReactionTotals {
  private final Map<ActivityRef, ReactionCounts> read = new ConcurrentHashMap<>();

  /** Nothing as long as nothing was read. */
  ReactionCounts of(ActivityRef reactions) {
    return read.getOrDefault(reactions, ReactionCounts.NONE);
  }

  boolean knows(ActivityRef reactions) {
    return read.containsKey(reactions);
  }

  void put(ActivityRef reactions, ReactionCounts counts) {
    read.put(reactions, counts);
  }

  /** What else there was of the event is forgotten. */
  void retain(String eventId, Set<String> ids) {
    read.keySet().removeIf(ref -> ref.event().equals(eventId) && !ids.contains(ref.id()));
  }
}
