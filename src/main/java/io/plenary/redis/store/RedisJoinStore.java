package io.plenary.redis.store;

import io.plenary.redis.RedisLink;
import io.plenary.redis.Script;
import io.plenary.room.service.JoinStore;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.util.List;

/** {@link JoinStore} on Redis; keys in {@link Keys}. */
public final class RedisJoinStore implements JoinStore {
  private final RedisLink link;
  private final Script join = Script.load("join_event");

  public RedisJoinStore(RedisLink link) {
    this.link = link;
  }

  @Override
  public Future<Long> join(String eventId, List<String> people) {
    return link.eval(join, List.of(Keys.state(eventId), Keys.joined(eventId)), people).map(Response::toLong);
  }

  @Override
  public Future<Long> joined(String eventId) {
    return link.send(Command.SCARD, Keys.joined(eventId)).map(Response::toLong);
  }
}
