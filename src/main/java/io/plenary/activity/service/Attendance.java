package io.plenary.activity.service;

import io.plenary.activity.service.EventStore.Place;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Who is connected to this node now, by event and by room. One person with three tabs is one
 * person. Usable from any thread.
 */
public final class Attendance {
  /** Told on the connection's loop that somebody who was not in the room is in it now. */
  public interface Listener {
    void entered(Place place, String participant);
  }

  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final Map<Place, Map<String, Integer>> here = new ConcurrentHashMap<>();

  public void listen(Listener listener) {
    listeners.add(listener);
  }

  public void enter(String eventId, String roomId, String participant) {
    boolean first = false;
    for (Place place : places(eventId, roomId)) {
      boolean[] came = new boolean[1];
      here.compute(
          place,
          (p, known) -> {
            Map<String, Integer> people = known == null ? new ConcurrentHashMap<>() : known;
            came[0] = people.merge(participant, 1, Integer::sum) == 1;
            return people;
          });
      first = came[0];
    }
    if (first) {
      listeners.forEach(listener -> listener.entered(new Place(eventId, roomId), participant));
    }
  }

  public void leave(String eventId, String roomId, String participant) {
    for (Place place : places(eventId, roomId)) {
      here.computeIfPresent(
          place,
          (p, people) -> {
            people.computeIfPresent(participant, (q, n) -> n == 1 ? null : n - 1);
            return people.isEmpty() ? null : people;
          });
    }
  }

  /** Who is in a room now; those who come and go meanwhile may be in it or not. */
  public Set<String> people(Place place) {
    Map<String, Integer> people = here.get(place);
    return people == null ? Set.of() : people.keySet();
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
