package io.plenary.activity.service;

import io.plenary.activity.Room;
import io.plenary.activity.service.EventStore.Place;
import io.plenary.hub.Audience;
import io.plenary.hub.Frame;
import io.plenary.hub.Hub;
import io.plenary.protocol.ServerMessage.PresenceMessage;
import io.plenary.protocol.Wire;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells how many people there are: stage and organisers at most once a second, phones every fifth
 * time (they show it in small print, and there are many of them). Nothing is sent when nothing
 * changed. Runs on one context.
 */
public final class PresenceTicker {
  private static final long TICK_MS = 1_000;
  private static final int PHONES_EVERY = 5;
  private static final int FORGET_EVERY = 60;
  private final EventCache board;
  private final PresenceCounters numbers;
  private final SnapshotCache feeds;
  private final Hub hub;
  private final Map<Place, Wire.Presence> toRoom = new HashMap<>();
  private final Map<Place, Wire.Presence> toPhones = new HashMap<>();
  private long ticks;

  public PresenceTicker(EventCache board, PresenceCounters numbers, SnapshotCache feeds, Hub hub) {
    this.board = board;
    this.numbers = numbers;
    this.feeds = feeds;
    this.hub = hub;
  }

  public void start(Vertx vertx) {
    vertx.setPeriodic(TICK_MS, id -> tick());
  }

  private void tick() {
    if (ticks % FORGET_EVERY == 0) {
      toRoom.keySet().removeIf(place -> board.peek(place.event()) == null);
      toPhones.keySet().removeIf(place -> board.peek(place.event()) == null);
    }
    boolean phones = ++ticks % PHONES_EVERY == 0;
    board.each(
        "telling how many are there",
        loaded -> loaded.state().rooms().forEach(room -> tell(loaded, room, phones)));
  }

  private void tell(EventStore.LoadedEvent loaded, Room room, boolean phones) {
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
