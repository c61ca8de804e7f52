package io.plenary.redis.store;

import io.plenary.activity.service.StoreUnavailable;
import io.plenary.identity.Account;
import io.plenary.identity.SessionStore;
import io.plenary.redis.RedisLink;
import io.plenary.redis.Script;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@link SessionStore} on Redis; keys in {@link Keys}. Redis itself ends what has outlived its
 * time.
 */
public final class RedisSessionStore implements SessionStore {
  private final RedisLink link;
  private final Script put = Script.load("put_session");
  private final Script use = Script.load("use_session");
  private final Script of = Script.load("sessions_of");
  private final Script end = Script.load("end_session");
  private final Script endAll = Script.load("end_sessions");

  public RedisSessionStore(RedisLink link) {
    this.link = link;
  }

  @Override
  public Future<Boolean> put(String idHash, Account account, String browser, Duration lifetime) {
    String id = account.id();
    List<String> keys = List.of(Keys.SESSION + idHash, Keys.SESSIONS + id, Keys.ACCOUNT + id);
    List<Object> args =
        List.of(id, lifetime.toMillis(), idHash, Keys.SESSION, browser, account.passwordHash());
    return link.eval(put, keys, args).map(reply -> reply.toInteger() == 1);
  }

  @Override
  public Future<Optional<String>> get(String idHash, Duration lifetime) {
    String key = Keys.SESSION + idHash;
    return link.eval(use, List.of(key), List.of(lifetime.toMillis(), idHash, Keys.SESSIONS))
        // Where nothing can be written, its time is not made longer, and whoever has it may look.
        .recover(
            e ->
                e instanceof StoreUnavailable
                    ? link.send(Command.GET, key)
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
  public Future<List<Stored>> of(String accountId) {
    return link.eval(of, List.of(Keys.SESSIONS + accountId), List.of(Keys.SESSION))
        .map(
            reply -> {
              List<Stored> all = new ArrayList<>();
              for (int i = 0; i < reply.size(); i += 2) {
                String[] parts = reply.get(i + 1).toString().split(" ", 3);
                all.add(new Stored(reply.get(i).toString(), at(parts[0]), at(parts[1]), parts[2]));
              }
              return all;
            });
  }

  private static Instant at(String ms) {
    return Instant.ofEpochMilli(Long.parseLong(ms));
  }

  @Override
  public Future<Void> delete(String idHash, @Nullable String accountId) {
    return link.eval(
            end,
            List.of(Keys.SESSION + idHash, Keys.ENDED),
            List.of(Keys.SESSIONS, idHash, accountId == null ? "" : accountId))
        .mapEmpty();
  }

  @Override
  public Future<Void> deleteAll(String accountId, @Nullable String but) {
    return link.eval(
            endAll,
            List.of(Keys.SESSIONS + accountId, Keys.ENDED),
            List.of(Keys.SESSION, but == null ? "" : but))
        .mapEmpty();
  }

  @Override
  public Future<String> ended() {
    return link.send(Command.HGET, Keys.ENDED, "count")
        .map(reply -> reply == null ? "0" : reply.toString());
  }
}
