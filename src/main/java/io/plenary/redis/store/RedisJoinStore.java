package io.plenary.redis.store;

import io.plenary.activity.service.JoinStore;
import io.plenary.redis.RedisLink;
import io.plenary.redis.Script;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link JoinStore} on Redis; keys in {@link Keys}. */
public final class RedisJoinStore implements JoinStore {
  private final RedisLink link;
  private final Script join = Script.load("join_event");

  public RedisJoinStore(RedisLink link) {
    this.link = link;
  }

  @Override
  public Future<Joined> join(String eventId, String room, List<String> people) {
    List<String> keys =
        List.of(Keys.state(eventId), Keys.joined(eventId), Keys.joined(eventId, room));
    return link.eval(join, keys, people)
        .map(reply -> new Joined(reply.get(0).toLong(), reply.get(1).toLong()));
  }

  @Override
  public Future<Long> joined(String eventId, @Nullable String room) {
    return link.send(
            Command.SCARD, room == null ? Keys.joined(eventId) : Keys.joined(eventId, room))
        .map(Response::toLong);
  }
}
