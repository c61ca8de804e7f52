package io.plenary.activity.service;

import io.plenary.activity.EventState;
import io.plenary.activity.Room;
import io.plenary.activity.service.EventStore.Place;
import io.plenary.activity.service.PresenceStore.Answer;
import io.vertx.core.Future;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many people are at the other nodes, as these say. Lives on the owner's context; {@link #at}
 * may be asked from any thread. While the store is away, what was heard last stays.
 */
public final class PeopleElsewhere {
  private final PresenceStore store;
  private final String node;
  private final Attendance attendance;
  private final Joins joins;
  private final Map<Place, Integer> elsewhere = new ConcurrentHashMap<>();

  /** Events of which an answer is awaited. */
  private final Set<String> asked = new HashSet<>();

  /** Events of which the store may have people of this node. */
  private final Set<String> said = new HashSet<>();

  /**
   * @param node random name of this one
   */
  public PeopleElsewhere(PresenceStore store, String node, Attendance attendance, Joins joins) {
    this.store = store;
    this.node = node;
    this.attendance = attendance;
    this.joins = joins;
  }

  /** People in the room at other nodes. */
  public int at(Place place) {
    return elsewhere.getOrDefault(place, 0);
  }

  /** Whether other nodes may still take people of this one to be there. */
  boolean said(String eventId) {
    return said.contains(eventId);
  }

  /** Nobody here is to be told. */
  void forget(String eventId) {
    elsewhere.keySet().removeIf(place -> place.event().equals(eventId));
  }

  /**
   * Says how many are here, and takes up how many are elsewhere and have joined.
   *
   * @return in how many ms to look again, because another node seems to be gone; 0: none does
   */
  Future<Long> exchange(EventState state) {
    String event = state.event().id();
    if (!asked.add(event)) return Future.succeededFuture(0L); // the store is slow
    Map<String, Integer> here = new LinkedHashMap<>();
    state.rooms().stream()
        .map(Room::id)
        .forEach(room -> here.put(room, attendance.here(event, room)));
    boolean somebody = here.values().stream().anyMatch(n -> n > 0);
    if (somebody) said.add(event);
    return store
        .tell(event, node, here)
        .onComplete(done -> asked.remove(event))
        .map(
            answer -> {
              if (!somebody) said.remove(event);
              return take(event, answer);
            });
  }

  private long take(String event, Answer answer) {
    answer
        .rooms()
        .forEach(
            (room, counted) -> {
              Place place = new Place(event, room);
              elsewhere.put(place, counted.elsewhere());
              joins.counted(place, counted.joined());
            });
    return answer.overdueMs();
  }

  /** Nobody is here any more: this node stops. */
  Future<Void> leave(List<EventState> states) {
    return Future.join(
            states.stream()
                .filter(state -> said.contains(state.event().id()))
                .map(this::gone)
                .toList())
        .<Void>mapEmpty()
        .otherwiseEmpty();
  }

  private Future<Answer> gone(EventState state) {
    Map<String, Integer> nobody = new LinkedHashMap<>();
    state.rooms().forEach(room -> nobody.put(room.id(), 0));
    return store.tell(state.event().id(), node, nobody);
  }
}
