package io.plenary.activity.service;

import io.plenary.activity.Room;
import io.plenary.hub.Audience;
import io.plenary.hub.Frame;
import io.plenary.hub.Hub;
import io.plenary.hub.Topic;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The newest whole picture of every topic, encoded at most once however many connections ask.
 * Usable from any thread.
 */
public final class SnapshotCache {
  private record Cached(long generation, Frame frame) {}

  private final EventCache board;
  private final Snapshots snapshots;
  private final Hub hub;
  private final Map<Topic, Cached> frames = new ConcurrentHashMap<>();
  private final AtomicLong generation = new AtomicLong();

  public SnapshotCache(EventCache board, Snapshots snapshots, Hub hub) {
    this.board = board;
    this.snapshots = snapshots;
    this.hub = hub;
    board.listen(
        (eventId, next) -> {
          stale();
          if (next != null) publish(eventId, next);
          frames.keySet().removeIf(topic -> topic.eventId().equals(eventId) && !there(next, topic));
        });
  }

  private static boolean there(EventStore.@Nullable LoadedEvent loaded, Topic topic) {
    return loaded != null
        && loaded.state().rooms().stream().anyMatch(r -> r.id().equals(topic.roomId()));
  }

  /** What a newcomer to the topic is sent; null when this node does not know the event or room. */
  public @Nullable Frame current(Topic topic) {
    long now = generation.get();
    Cached cached = frames.get(topic);
    if (cached != null && cached.generation == now) return cached.frame;
    EventStore.LoadedEvent loaded = board.peek(topic.eventId());
    if (loaded == null || !there(loaded, topic)) return null;
    Room room = loaded.state().room(topic.roomId());
    Frame frame = Frame.snapshot(snapshots.of(loaded.state(), room, topic.audience()));
    frames.put(topic, new Cached(now, frame));
    return frame;
  }

  /** Some number moved: the next newcomer gets a picture made afresh. */
  public void stale() {
    generation.incrementAndGet();
  }

  /** Something of no event in particular moved: sends these of every event the whole picture. */
  public void renew(Audience... audiences) {
    stale();
    board.each("showing a room", loaded -> publish(loaded.state().event().id(), loaded, audiences));
  }

  /** Sends everybody of an event the whole picture. */
  public void publish(String eventId, EventStore.LoadedEvent loaded) {
    publish(eventId, loaded, Audience.values());
  }

  /** The same, to these alone. */
  public void publish(String eventId, EventStore.LoadedEvent loaded, Audience... audiences) {
    for (Room room : loaded.state().rooms()) {
      for (Audience audience : audiences) {
        board
            .failures()
            .guard(
                "showing a room", eventId, () -> publish(new Topic(eventId, room.id(), audience)));
      }
    }
  }

  private void publish(Topic topic) {
    Frame frame = current(topic);
    if (frame != null) hub.broadcast(topic, frame);
  }
}
