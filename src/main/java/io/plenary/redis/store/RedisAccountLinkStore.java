package io.plenary.redis.store;

import io.plenary.identity.AccountLink.Kind;
import io.plenary.identity.AccountLinkStore;
import io.plenary.redis.RedisLink;
import io.plenary.redis.Script;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import java.time.Instant;
import java.util.List;

/** {@link AccountLinkStore} on Redis; keys in {@link Keys}. */
public final class RedisAccountLinkStore implements AccountLinkStore {
  private final RedisLink link;
  private final Script holds = Script.load("account_link");
  private final Script use = Script.load("use_account_link");

  public RedisAccountLinkStore(RedisLink link) {
    this.link = link;
  }

  @Override
  public Future<Void> put(String account, Kind kind, String hash, Instant until) {
    return link.send(
            Command.HSET, Keys.LINKS_OF + account, kind.word(), until.toEpochMilli() + " " + hash)
        .mapEmpty();
  }

  @Override
  public Future<Boolean> holds(String account, Kind kind, String hash) {
    return link.eval(holds, List.of(Keys.LINKS_OF + account), List.of(kind.word(), hash))
        .map(reply -> reply.toInteger() == 1);
  }

  @Override
  public Future<Boolean> use(String account, Kind kind, String hash) {
    return link.eval(use, List.of(Keys.LINKS_OF + account), List.of(kind.word(), hash))
        .map(reply -> reply.toInteger() == 1);
  }
}
