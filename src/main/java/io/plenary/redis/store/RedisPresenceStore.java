package io.plenary.redis.store;

import io.plenary.activity.service.PresenceStore;
import io.plenary.redis.RedisLink;
import io.plenary.redis.Script;
import io.vertx.core.Future;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@link PresenceStore} on Redis; keys in {@link Keys}. */
public final class RedisPresenceStore implements PresenceStore {
  /** Where the rooms begin in the script's answer. */
  private static final int ROOMS = 4;

  private final RedisLink link;
  private final Script presence = Script.load("presence");

  public RedisPresenceStore(RedisLink link) {
    this.link = link;
  }

  @Override
  public Future<Answer> tell(String eventId, String node, Mine mine) {
    List<String> rooms = List.copyOf(mine.people().keySet());
    List<String> keys = new ArrayList<>(List.of(Keys.state(eventId), Keys.presence(eventId)));
    List<Object> args =
        new ArrayList<>(
            List.of(
                node,
                EVERY_MS,
                HOLDS_MS,
                mine.places().used(),
                mine.places().needed(),
                mine.places().liked(),
                mine.most()));
    rooms.forEach(
        room -> {
          keys.add(Keys.joined(eventId, room));
          args.add(mine.people().get(room));
        });
    return link.eval(presence, keys, args).map(reply -> answer(rooms, reply));
  }

  private static Answer answer(List<String> rooms, Response reply) {
    Map<String, Counted> counted = new HashMap<>();
    int at = ROOMS;
    for (String room : rooms) {
      counted.put(room, new Counted(reply.get(at).toInteger(), reply.get(at + 1).toLong()));
      at += 2;
    }
    Set<String> others = new HashSet<>();
    for (; at < reply.size(); at++) others.add(reply.get(at).toString());
    return new Answer(
        counted,
        reply.get(0).toLong(),
        reply.get(1).toInteger(),
        reply.get(2).toInteger(),
        reply.get(3).toInteger(),
        others);
  }
}
