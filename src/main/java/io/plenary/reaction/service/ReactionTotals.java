package io.plenary.reaction.service;

import io.plenary.hub.Broker.Hint;
import io.plenary.reaction.ReactionCounts;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The totals this node has read last, by the ids of the reactions. Usable from any thread. */
public final class ReactionTotals {
  private record Read(String eventId, ReactionCounts counts) {}

  private final Map<String, Read> byId = new ConcurrentHashMap<>();

  /** Nothing as long as nothing was read. */
  ReactionCounts of(String id) {
    Read read = byId.get(id);
    return read == null ? ReactionCounts.NONE : read.counts;
  }

  boolean knows(String id) {
    return byId.containsKey(id);
  }

  void put(Hint of, ReactionCounts counts) {
    byId.put(of.activity(), new Read(of.eventId(), counts));
  }

  /** What else there was of the event is forgotten. */
  void retain(String eventId, Set<String> ids) {
    byId.entrySet().removeIf(e -> e.getValue().eventId.equals(eventId) && !ids.contains(e.getKey()));
  }
}
