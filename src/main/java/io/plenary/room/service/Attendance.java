package io.plenary.room.service;

import io.plenary.room.service.EventStore.Place;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who is connected to this node now, by event and by room. One person with three tabs is one person. Usable from any thread. */
public final class Attendance {
  private final Map<Place, Map<String, Integer>> here = new ConcurrentHashMap<>();

  public void enter(String eventId, String roomId, String participant) {
    for (Place place : places(eventId, roomId)) {
      here.computeIfAbsent(place, e -> new ConcurrentHashMap<>()).merge(participant, 1, Integer::sum);
    }
  }

  public void leave(String eventId, String roomId, String participant) {
    for (Place place : places(eventId, roomId)) {
      Map<String, Integer> people = here.get(place);
      if (people != null) people.computeIfPresent(participant, (p, n) -> n == 1 ? null : n - 1);
    }
  }

  /** In the event, whichever of its rooms. */
  public int here(String eventId) {
    return count(new Place(eventId, null));
  }

  public int here(String eventId, String roomId) {
    return count(new Place(eventId, roomId));
  }

  private int count(Place place) {
    Map<String, Integer> people = here.get(place);
    return people == null ? 0 : people.size();
  }

  private static Place[] places(String eventId, String roomId) {
    return new Place[] {new Place(eventId, null), new Place(eventId, roomId)};
  }
}
