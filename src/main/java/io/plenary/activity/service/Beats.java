package io.plenary.activity.service;

import io.plenary.activity.Activity;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.hub.Channel;
import io.plenary.hub.Frame;
import io.plenary.hub.Hub;
import io.plenary.protocol.ServerMessage.Beat;
import io.vertx.core.Vertx;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Signs of life while anything of an event is open: a page that misses them knows that its
 * connection is dead though nothing says so. One frame for everybody, never more than one task per
 * event loop and event, nothing for events that nobody follows. The first comes with the opening;
 * the last says that none will follow.
 */
public final class Beats {
  public static final long EVERY_MS = 2_000;
  private static final Frame BEAT = frame(EVERY_MS);
  private static final Frame LAST = frame(0);

  private final EventCache board;
  private final Hub hub;

  /** Events whose pages expect beats. */
  private final Set<String> beating = ConcurrentHashMap.newKeySet();

  public Beats(EventCache board, Hub hub) {
    this.board = board;
    this.hub = hub;
    board.listen(this::changed);
  }

  public void start(Vertx vertx) {
    vertx.setPeriodic(EVERY_MS, id -> tick());
  }

  /**
   * Within what time somebody who comes now hears the next one; 0: none is to be expected. Usable
   * from any thread.
   */
  public long nextMs(String eventId) {
    return open(board.peek(eventId)) ? EVERY_MS : 0;
  }

  private static Frame frame(long nextMs) {
    return Frame.latest(new Beat(nextMs), "beat", Channel.BEAT);
  }

  private static boolean open(@Nullable LoadedEvent loaded) {
    return loaded != null && loaded.state().activities().values().stream().anyMatch(Activity::open);
  }

  private void changed(String eventId, @Nullable LoadedEvent next) {
    if (open(next)) {
      if (beating.add(eventId)) tell(eventId, BEAT);
    } else if (beating.remove(eventId)) {
      tell(eventId, LAST);
    }
  }

  private void tick() {
    if (beating.isEmpty()) return;
    for (String eventId : hub.events()) {
      if (beating.contains(eventId)) {
        board.failures().guard("sending signs of life", eventId, () -> tell(eventId, BEAT));
      }
    }
  }

  private void tell(String eventId, Frame frame) {
    hub.broadcast(topic -> topic.eventId().equals(eventId), frame);
  }
}
