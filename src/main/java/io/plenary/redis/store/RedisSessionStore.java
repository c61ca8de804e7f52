package io.plenary.redis.store;

import io.plenary.activity.service.StoreUnavailable;
import io.plenary.identity.SessionStore;
import io.plenary.redis.RedisLink;
import io.plenary.redis.Script;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * {@link SessionStore} on Redis; keys in {@link Keys}. Redis itself ends what has outlived its
 * time.
 */
public final class RedisSessionStore implements SessionStore {
  private final RedisLink link;
  private final Script put = Script.load("put_session");
  private final Script end = Script.load("end_session");
  private final Script endAll = Script.load("end_sessions");

  public RedisSessionStore(RedisLink link) {
    this.link = link;
  }

  @Override
  public Future<Void> put(String idHash, String accountId, Duration lifetime) {
    List<String> keys = List.of(Keys.SESSION + idHash, Keys.SESSIONS + accountId);
    return link.eval(put, keys, List.of(accountId, lifetime.toMillis(), idHash, Keys.SESSION))
        .mapEmpty();
  }

  @Override
  public Future<Optional<String>> get(String idHash, Duration lifetime) {
    return link.send(Command.GETEX, Keys.SESSION + idHash, "PX", lifetime.toMillis())
        // Where nothing can be written, its time is not made longer, and whoever has it may look.
        .recover(
            e ->
                e instanceof StoreUnavailable
                    ? link.send(Command.GET, Keys.SESSION + idHash)
                    : Future.failedFuture(e))
        .map(reply -> Optional.ofNullable(reply).map(Object::toString))
        .compose(found -> found.isEmpty() ? link.gone(found) : Future.succeededFuture(found));
  }

  @Override
  public Future<Boolean> exists(String idHash) {
    return link.send(Command.EXISTS, Keys.SESSION + idHash)
        .map(reply -> reply.toInteger() == 1)
        .compose(there -> there ? Future.succeededFuture(true) : link.gone(false));
  }

  @Override
  public Future<Void> delete(String idHash) {
    return link.eval(end, List.of(Keys.SESSION + idHash), List.of(Keys.SESSIONS, idHash))
        .mapEmpty();
  }

  @Override
  public Future<Void> deleteAll(String accountId) {
    return link.eval(endAll, List.of(Keys.SESSIONS + accountId), List.of(Keys.SESSION)).mapEmpty();
  }
}
