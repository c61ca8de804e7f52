package io.plenary.activity.service;

import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.hub.Audience;
import io.plenary.hub.Hub;
import io.plenary.hub.Topic;
import io.plenary.protocol.CloseCode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Closes connections that lost their right to be there: the event or the room is gone, or their
 * link was replaced.
 */
public final class Evictions implements EventCache.Listener {
  private final Hub hub;
  private final Map<String, EventStore.Links> known = new ConcurrentHashMap<>();

  public Evictions(EventCache board, Hub hub) {
    this.hub = hub;
    board.listen(this);
  }

  @Override
  public void letGo(String eventId, LoadedEvent last) {
    known.remove(eventId);
  }

  @Override
  public void changed(String eventId, @Nullable LoadedEvent next) {
    if (next == null) {
      known.remove(eventId);
      hub.close(t -> t.eventId().equals(eventId), CloseCode.EVENT_GONE);
      return;
    }
    EventStore.Links before = known.put(eventId, next.links());
    if (before == null) return;
    before.stage().keySet().stream()
        .filter(room -> !next.links().stage().containsKey(room))
        .forEach(
            room ->
                hub.close(
                    t -> t.eventId().equals(eventId) && t.roomId().equals(room),
                    CloseCode.ROOM_GONE));
    replaced(eventId, Audience.STAGE, before.stage(), next.links().stage());
    replaced(eventId, Audience.REMOTE, before.remote(), next.links().remote());
  }

  private void replaced(
      String eventId, Audience audience, Map<String, String> before, Map<String, String> now) {
    before.forEach(
        (room, secret) -> {
          if (now.containsKey(room) && !secret.equals(now.get(room))) {
            hub.close(new Topic(eventId, room, audience)::equals, CloseCode.REFUSED);
          }
        });
  }
}
