package io.plenary.redis.store;

import io.plenary.identity.SecretStore;
import io.plenary.redis.RedisLink;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;

/** {@link SecretStore} on Redis; keys in {@link Keys}. */
public final class RedisSecretStore implements SecretStore {
  private final RedisLink link;

  public RedisSecretStore(RedisLink link) {
    this.link = link;
  }

  /**
   * SET with NX and GET (Redis 7.0) is the atomic step: it answers what was there, or nothing when
   * the candidate was taken.
   */
  @Override
  public Future<String> loadOrCreate(String candidate) {
    return link.send(Command.SET, Keys.SECRET, candidate, "NX", "GET")
        .map(old -> old == null ? candidate : old.toString());
  }
}
