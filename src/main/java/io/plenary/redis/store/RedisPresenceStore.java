package io.plenary.redis.store;

import io.plenary.activity.service.PresenceStore;
import io.plenary.redis.RedisLink;
import io.plenary.redis.Script;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@link PresenceStore} on Redis; keys in {@link Keys}. */
public final class RedisPresenceStore implements PresenceStore {
  private final RedisLink link;
  private final Script presence = Script.load("presence");

  public RedisPresenceStore(RedisLink link) {
    this.link = link;
  }

  @Override
  public Future<Answer> tell(String eventId, String node, Map<String, Integer> here) {
    List<String> rooms = List.copyOf(here.keySet());
    List<String> keys = new ArrayList<>(List.of(Keys.state(eventId), Keys.presence(eventId)));
    List<Object> args = new ArrayList<>(List.of(node, EVERY_MS, HOLDS_MS));
    rooms.forEach(
        room -> {
          keys.add(Keys.joined(eventId, room));
          args.add(here.get(room));
        });
    return link.eval(presence, keys, args)
        .map(
            reply -> {
              Map<String, Counted> counted = new HashMap<>();
              for (int i = 0; i < rooms.size(); i++) {
                counted.put(
                    rooms.get(i),
                    new Counted(reply.get(2 * i + 1).toInteger(), reply.get(2 * i + 2).toLong()));
              }
              return new Answer(counted, reply.get(0).toLong());
            });
  }
}
