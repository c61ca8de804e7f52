package io.plenary.voting.service;

import io.plenary.activity.Room;
import io.plenary.activity.service.Attendance;
import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.EventStore.Key;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.activity.service.EventStore.Place;
import io.plenary.activity.service.NoteQueue;
import io.plenary.hub.Broker.ChangeNotification;
import io.plenary.voting.BallotActivity;
import io.plenary.voting.service.ConnectedStore.Seen;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Notes who is connected while an activity is open: everybody who is in its room when it opens, and
 * whoever comes until it is locked. They are the base of its turnout. What this node has noted of
 * an open activity it remembers, so that coming back costs the store nothing. Arrivals may be told
 * from any thread; everything else runs on the owner's context, a bounded piece each turn.
 */
public final class ConnectedPeople {
  /** People whose keys are made in one turn: a few milliseconds. */
  private static final int PER_TURN = 1_000;

  private record Round(String eventId, String activityId, long round) {}

  private record Note(String voter, long since) {}

  /**
   * @param of null: of every open activity of the room
   */
  private record Arrival(Place place, String participant, long at, @Nullable OpenActivity of) {}

  private static final class OpenActivity {
    final Round round;
    final Key key;
    final Set<String> noted = new HashSet<>();
    long rev;

    OpenActivity(Round round, Key key, long rev) {
      this.round = round;
      this.key = key;
      this.rev = rev;
    }

    /**
     * Two revisions on it may have been locked in between, and who came then was not noted: begin
     * anew.
     */
    boolean goesOnAs(BallotActivity next, Round nextRound) {
      return round.equals(nextRound) && next.rev() - rev <= 1;
    }
  }

  private final EventCache board;
  private final Attendance attendance;
  private final Voters voters;
  private final Context owner;
  private final NoteQueue<Round, Note> notes;
  private final Map<Place, List<OpenActivity>> open = new HashMap<>();
  private final Queue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean scheduled = new AtomicBoolean();

  /**
   * @param voters for the owner's context alone
   * @param counted told which activity's number moved
   */
  public ConnectedPeople(
      EventCache board,
      Attendance attendance,
      ConnectedStore store,
      Voters voters,
      Vertx vertx,
      Context owner,
      long graceMs,
      Consumer<ChangeNotification> counted) {
    this.board = board;
    this.attendance = attendance;
    this.voters = voters;
    this.owner = owner;
    this.notes =
        new NoteQueue<>(vertx, (round, people) -> send(store, round, people, graceMs, counted));
  }

  public void start() {
    board.listen((eventId, next) -> owner.runOnContext(v -> changed(eventId)));
    attendance.listen(
        (place, participant) -> arrived(new Arrival(place, participant, System.nanoTime(), null)));
  }

  private static Future<Long> send(
      ConnectedStore store,
      Round round,
      List<Note> people,
      long graceMs,
      Consumer<ChangeNotification> counted) {
    long now = System.nanoTime();
    // In the order of their keys, which tells nothing: not in that in which they came.
    List<Seen> seen =
        people.stream()
            .map(p -> new Seen(p.voter, TimeUnit.NANOSECONDS.toMillis(now - p.since)))
            .sorted(Comparator.comparing(Seen::voter))
            .toList();
    return store
        .note(round.eventId, round.activityId, round.round, seen, graceMs)
        .onSuccess(
            added -> {
              if (added > 0) {
                counted.accept(new ChangeNotification(round.eventId, round.activityId));
              }
            });
  }

  private void changed(String eventId) {
    LoadedEvent loaded = board.peek(eventId);
    Map<Place, List<OpenActivity>> before = new HashMap<>(open);
    open.keySet().removeIf(place -> place.event().equals(eventId));
    if (loaded == null) return;
    for (Room room : loaded.state().rooms()) {
      Place place = new Place(eventId, room.id());
      List<OpenActivity> known = before.getOrDefault(place, List.of());
      List<OpenActivity> now = new ArrayList<>();
      loaded.state().inOrder(room).values().stream()
          .filter(a -> a instanceof BallotActivity && a.open())
          .map(BallotActivity.class::cast)
          .forEach(
              activity -> {
                Round round = new Round(eventId, activity.id(), activity.round());
                Key key = loaded.answerKeys().get(activity.id());
                if (key == null) return;
                OpenActivity same =
                    known.stream()
                        .filter(k -> k.goesOnAs(activity, round))
                        .findFirst()
                        .orElseGet(
                            () -> opened(place, new OpenActivity(round, key, activity.rev())));
                same.rev = activity.rev();
                now.add(same);
              });
      if (!now.isEmpty()) open.put(place, now);
    }
  }

  /** Whoever is here is taken up after those who come from now on are. */
  private OpenActivity opened(Place place, OpenActivity activity) {
    long now = System.nanoTime();
    attendance
        .people(place)
        .forEach(participant -> arrived(new Arrival(place, participant, now, activity)));
    return activity;
  }

  private void arrived(Arrival arrival) {
    arrivals.add(arrival);
    if (scheduled.compareAndSet(false, true)) owner.runOnContext(v -> take());
  }

  private void take() {
    scheduled.set(false); // before the look: what is added from now on is taken in another turn
    for (int i = 0; i < PER_TURN; i++) {
      Arrival arrival = arrivals.poll();
      if (arrival == null) return;
      List<OpenActivity> activities = open.getOrDefault(arrival.place, List.of());
      activities.stream()
          .filter(activity -> arrival.of == null || arrival.of == activity)
          .forEach(activity -> note(activity, arrival));
    }
    if (!arrivals.isEmpty() && scheduled.compareAndSet(false, true)) {
      owner.runOnContext(v -> take());
    }
  }

  private void note(OpenActivity activity, Arrival arrival) {
    if (activity.noted.add(arrival.participant)) {
      notes.add(
          activity.round, new Note(voters.voterKey(activity.key, arrival.participant), arrival.at));
    }
  }
}
