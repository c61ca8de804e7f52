package io.plenary.activity.service;

import io.plenary.activity.Room;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.activity.service.EventStore.Place;
import io.plenary.hub.Audience;
import io.plenary.hub.Frame;
import io.plenary.hub.Hub;
import io.plenary.protocol.ServerMessage.PresenceMessage;
import io.plenary.protocol.Wire;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells how many people there are, at all nodes together: stage and organisers once a second,
 * phones every fifth time (they show it in small print, and there are many of them). Nothing is
 * sent when nothing changed. Of an event that nobody is connected to here nothing is asked or said.
 * Runs on the owner's context.
 */
public final class PresenceTicker {
  private static final int PHONES_EVERY = 5;
  private static final int FORGET_EVERY = 60;

  /** The clocks of this node and of the store go on between two looks. */
  private static final long AFTER_MS = 5;

  private final EventCache board;
  private final PresenceCounters numbers;
  private final PeopleElsewhere elsewhere;
  private final SnapshotCache feeds;
  private final Hub hub;
  private final Map<Place, Wire.Presence> toRoom = new HashMap<>();
  private final Map<Place, Wire.Presence> toPhones = new HashMap<>();

  /** Events that were in memory at the last look, and those of which one more look is due. */
  private final Set<String> known = new HashSet<>();

  private final Set<String> later = new HashSet<>();
  private final Vertx vertx;
  private final Context owner;
  private long ticks;
  private boolean left;

  public PresenceTicker(
      EventCache board,
      PresenceCounters numbers,
      PeopleElsewhere elsewhere,
      SnapshotCache feeds,
      Hub hub,
      Vertx vertx,
      Context owner) {
    this.board = board;
    this.numbers = numbers;
    this.elsewhere = elsewhere;
    this.feeds = feeds;
    this.hub = hub;
    this.vertx = vertx;
    this.owner = owner;
  }

  public void start() {
    vertx.setPeriodic(PresenceStore.EVERY_MS, id -> tick());
    board.listen((eventId, next) -> owner.runOnContext(v -> changed(eventId, next)));
  }

  /** Whoever comes to an event that was not in memory reads soon how many others there are. */
  private void changed(String eventId, @Nullable LoadedEvent next) {
    if (next != null) {
      if (known.add(eventId)) look(next, false);
      return;
    }
    known.remove(eventId);
    // It may have been loaded again meanwhile.
    if (board.peek(eventId) == null) elsewhere.letGo(eventId);
  }

  /** This node stops: nobody is here. */
  public Future<Void> leave() {
    left = true;
    return elsewhere.leave(
        board.known().stream()
            .map(board::peek)
            .filter(Objects::nonNull)
            .map(LoadedEvent::state)
            .toList());
  }

  private void tick() {
    if (ticks % FORGET_EVERY == 0) {
      toRoom.keySet().removeIf(place -> board.peek(place.event()) == null);
      toPhones.keySet().removeIf(place -> board.peek(place.event()) == null);
    }
    boolean phones = ++ticks % PHONES_EVERY == 0;
    Set<String> somebody = hub.events();
    board.each(
        "telling how many are there",
        loaded -> {
          String event = loaded.state().event().id();
          if (somebody.contains(event) || elsewhere.said(event)) look(loaded, phones);
          else elsewhere.forget(event);
        });
  }

  private void look(LoadedEvent loaded, boolean phones) {
    if (left) return;
    String event = loaded.state().event().id();
    board
        .failures()
        .alone(
            "asking how many are there",
            event,
            () -> elsewhere.exchange(loaded.state()).onSuccess(overdue -> again(event, overdue)))
        .onComplete(
            done -> {
              LoadedEvent now = board.peek(event);
              if (now == null) return;
              board
                  .failures()
                  .guard(
                      "telling how many are there",
                      event,
                      () -> now.state().rooms().forEach(room -> tell(now, room, phones)));
            });
  }

  /** A node is overdue: without this, its people would be there until the tick after. */
  private void again(String event, long ms) {
    if (ms == 0 || !later.add(event)) return;
    vertx.setTimer(
        ms + AFTER_MS,
        id -> {
          later.remove(event);
          LoadedEvent now = board.peek(event);
          if (now != null) look(now, false);
        });
  }

  private void tell(LoadedEvent loaded, Room room, boolean phones) {
    Place place = new Place(loaded.state().event().id(), room.id());
    Wire.Presence now = numbers.presence(place.event(), room);
    if (!now.equals(toRoom.put(place, now))) {
      feeds.stale();
      send(loaded.state().epoch(), place, now, false);
    }
    if (phones && !now.equals(toPhones.put(place, now))) {
      send(loaded.state().epoch(), place, now, true);
    }
  }

  private void send(String epoch, Place place, Wire.Presence now, boolean phones) {
    Frame frame = Frame.latest(new PresenceMessage(epoch, now), "presence");
    hub.broadcast(
        t ->
            t.eventId().equals(place.event())
                && t.roomId().equals(place.room())
                && (t.audience() == Audience.ATTENDEE) == phones,
        frame);
  }
}
