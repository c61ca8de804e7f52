package io.plenary.activity.service;

import io.plenary.activity.Activity;
import io.plenary.activity.EventLife;
import io.plenary.activity.EventState;
import io.plenary.activity.Room;
import io.plenary.activity.WithResults;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.activity.service.EventStore.Place;
import io.plenary.hub.Frame;
import io.plenary.protocol.ServerMessage;
import io.plenary.protocol.Wire;
import io.plenary.words.Results;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What attendees of a room may read of it once its event is over: what is finalised, anonymous, and
 * of which everybody was to see the result. Nothing while the event goes on. Encoded once for all
 * who ask within a second. Usable from any thread.
 */
public final class PublicResults {
  private static final long KEPT_NANOS = 1_000_000_000;

  private record Kept(long at, Frame frame) {}

  private final EventCache board;
  private final Kinds kinds;
  private final InstantSource clock;
  private final Map<Place, Kept> kept = new ConcurrentHashMap<>();

  public PublicResults(EventCache board, Kinds kinds, InstantSource clock) {
    this.clock = clock;
    this.board = board;
    this.kinds = kinds;
    board.listen((event, next) -> kept.keySet().removeIf(place -> place.event().equals(event)));
  }

  /** In the order of the run order. */
  static Stream<Activity> of(EventState state, Room room) {
    return state.inOrder(room).values().stream().filter(PublicResults::isPublic);
  }

  private static boolean isPublic(Activity activity) {
    return activity.anonymised()
        && activity instanceof WithResults shown
        && shown.results() == Results.EVERYONE;
  }

  /** Null when this node does not know the room. */
  public @Nullable Frame current(String event, String room) {
    LoadedEvent loaded = board.peek(event);
    if (loaded == null) return null;
    Place place = new Place(event, room);
    long now = System.nanoTime();
    Kept last = kept.get(place);
    if (last != null && now - last.at < KEPT_NANOS) return last.frame;
    Room found =
        loaded.state().rooms().stream().filter(r -> r.id().equals(room)).findFirst().orElse(null);
    if (found == null) return null;
    Frame frame = Frame.latest(read(loaded.state(), found), "publicResults");
    kept.put(place, new Kept(now, frame));
    return frame;
  }

  private ServerMessage read(EventState state, Room room) {
    Stream<Activity> read =
        EventLife.over(state, clock.instant()) ? of(state, room) : Stream.empty();
    List<Wire.AttendeeActivity> activities =
        read.map(a -> kinds.of(a).views().forAttendees(state, a)).filter(Objects::nonNull).toList();
    return new ServerMessage.PublicResults(state.epoch(), state.version(), activities);
  }
}
