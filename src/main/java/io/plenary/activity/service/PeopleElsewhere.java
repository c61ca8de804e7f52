package io.plenary.activity.service;

import io.plenary.activity.EventState;
import io.plenary.activity.Room;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.activity.service.EventStore.Place;
import io.plenary.activity.service.PresenceStore.Answer;
import io.plenary.activity.service.PresenceStore.Mine;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * How many people are at the other nodes, as these say, and how many places this one has for pages.
 * Lives on the owner's context; {@link #at} may be asked from any thread. While the store is away,
 * what was heard last stays.
 */
public final class PeopleElsewhere {
  /** Until other nodes have given up what they have to spare, or pages of who has several. */
  private static final long AGAIN_MS = 1_100;

  private static final int TRIES = 3;
  private static final long AT_ONCE_MS = 1;

  private final PresenceStore store;
  private final String node;
  private final Attendance attendance;
  private final Joins joins;
  private final EventCache board;
  private final Vertx vertx;
  private final SharedPlaces places;
  private final BiConsumer<String, Set<String>> others;
  private final Map<Place, Integer> elsewhere = new ConcurrentHashMap<>();

  /** Answers that are awaited, by event. */
  private final Map<String, Future<Long>> asked = new HashMap<>();

  /** Events of which the store may have people of this node, and of which other nodes have some. */
  private final Set<String> said = new HashSet<>();

  private final Set<String> shared = new HashSet<>();

  /** Pages that wait for places, by event: those that are asked for, and those that come after. */
  private final Map<String, Future<Void>> asking = new HashMap<>();

  private final Map<String, Future<Void>> queued = new HashMap<>();

  /**
   * @param node random name of this one
   * @param others told after every answer which other nodes have somebody of the event
   */
  public PeopleElsewhere(
      PresenceStore store,
      String node,
      Attendance attendance,
      Joins joins,
      EventCache board,
      Vertx vertx,
      SharedPlaces places,
      BiConsumer<String, Set<String>> others) {
    this.store = store;
    this.node = node;
    this.attendance = attendance;
    this.joins = joins;
    this.board = board;
    this.vertx = vertx;
    this.places = places;
    this.others = others;
  }

  /** People in the room at other nodes. */
  public int at(Place place) {
    return elsewhere.getOrDefault(place, 0);
  }

  /** Whether other nodes may still take people of this one to be there. */
  boolean said(String eventId) {
    return said.contains(eventId);
  }

  /** The event is not in memory any more. */
  void letGo(String eventId) {
    said.remove(eventId);
    forget(eventId);
  }

  /** Nobody here is to be told. */
  void forget(String eventId) {
    elsewhere.keySet().removeIf(place -> place.event().equals(eventId));
    shared.remove(eventId);
    others.accept(eventId, Set.of());
  }

  /**
   * Says how many are here, and takes up how many are elsewhere and have joined. While an answer is
   * awaited, that is the one.
   *
   * @return in how many ms to look again, because another node seems to be gone, or lacks what this
   *     one has given up; 0: neither
   */
  Future<Long> exchange(EventState state) {
    Future<Long> before = asked.get(state.event().id());
    return before == null ? begun(state) : before;
  }

  /** Ends whatever goes wrong, or whoever waits for it would wait for ever. */
  private Future<Long> begun(EventState state) {
    String event = state.event().id();
    Promise<Long> done = Promise.promise();
    asked.put(event, done.future());
    Future.succeededFuture()
        .compose(v -> told(state))
        .onComplete(
            told -> {
              asked.remove(event);
              done.handle(told);
            });
    return done.future();
  }

  private Future<Long> told(EventState state) {
    String event = state.event().id();
    Map<String, Integer> people = new LinkedHashMap<>();
    state.rooms().stream()
        .map(Room::id)
        .forEach(room -> people.put(room, attendance.here(event, room)));
    SharedPlaces.Wish wish = places.wish(event);
    boolean somebody = wish.liked() > 0 || people.values().stream().anyMatch(n -> n > 0);
    if (somebody) said.add(event);
    return store
        .tell(event, node, new Mine(people, wish, places.most()))
        .onFailure(e -> places.alone(event))
        .map(
            answer -> {
              if (!somebody) said.remove(event);
              return taken(event, answer);
            });
  }

  private long taken(String event, Answer answer) {
    if (board.peek(event) == null) return 0;
    answer
        .rooms()
        .forEach(
            (room, counted) -> {
              Place place = new Place(event, room);
              elsewhere.put(place, counted.elsewhere());
              joins.counted(place, counted.joined());
            });
    if (answer.others().isEmpty()) shared.remove(event);
    else shared.add(event);
    others.accept(event, answer.others());
    boolean gaveUp = places.granted(event, answer.places(), answer.free(), answer.lacking());
    return gaveUp ? AT_ONCE_MS : answer.overdueMs();
  }

  /** Asks for places for the pages that wait; done when whoever waits now knows. Never fails. */
  public Future<Void> places(String event) {
    Future<Void> now = asking.get(event);
    if (now == null) return round(event);
    Future<Void> next = queued.get(event);
    if (next != null) return next;
    Promise<Void> done = Promise.promise();
    queued.put(event, done.future());
    now.onComplete(
        over -> {
          queued.remove(event);
          round(event).onComplete(v -> done.tryComplete());
        });
    return done.future();
  }

  private Future<Void> round(String event) {
    Promise<Void> done = Promise.promise();
    asking.put(event, done.future());
    Future.succeededFuture()
        .compose(v -> ask(event, TRIES))
        .onComplete(
            over -> {
              asking.remove(event);
              done.tryComplete();
            });
    return done.future();
  }

  private Future<Void> ask(String event, int tries) {
    return fresh(event)
        .otherwise(0L)
        .compose(
            v ->
                tries > 1 && places.lacks(event) && shared.contains(event)
                    ? vertx
                        .timer(AGAIN_MS, TimeUnit.MILLISECONDS)
                        .compose(t -> ask(event, tries - 1))
                    : Future.succeededFuture());
  }

  /** An answer to what is asked from now on. */
  private Future<Long> fresh(String event) {
    LoadedEvent loaded = board.peek(event);
    if (loaded == null) return Future.succeededFuture(0L);
    Future<Long> before = asked.get(event);
    return before == null ? begun(loaded.state()) : before.otherwise(0L).compose(v -> fresh(event));
  }

  /** Of how many events something is remembered. */
  int events() {
    Set<String> all = new HashSet<>(said);
    all.addAll(shared);
    all.addAll(asked.keySet());
    all.addAll(asking.keySet());
    all.addAll(queued.keySet());
    elsewhere.keySet().forEach(place -> all.add(place.event()));
    return all.size();
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
    SharedPlaces.Wish none = new SharedPlaces.Wish(0, 0, 0);
    return store.tell(state.event().id(), node, new Mine(nobody, none, places.most()));
  }
}
