package io.plenary.room.service;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who is connected to this node now. One person with three tabs is one person. Usable from any thread. */
public final class Attendance {
  private final Map<String, Map<String, Integer>> here = new ConcurrentHashMap<>();

  public void enter(String eventId, String participant) {
    here.computeIfAbsent(eventId, e -> new ConcurrentHashMap<>()).merge(participant, 1, Integer::sum);
  }

  public void leave(String eventId, String participant) {
    Map<String, Integer> people = here.get(eventId);
    if (people != null) people.computeIfPresent(participant, (p, n) -> n == 1 ? null : n - 1);
  }

  public int here(String eventId) {
    Map<String, Integer> people = here.get(eventId);
    return people == null ? 0 : people.size();
  }
}
