package io.plenary.redis.store;

import io.plenary.identity.AddressStore;
import io.plenary.redis.RedisLink;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import java.util.Optional;

/** {@link AddressStore} on Redis; keys in {@link Keys}. */
public final class RedisAddressStore implements AddressStore {
  private final RedisLink link;

  public RedisAddressStore(RedisLink link) {
    this.link = link;
  }

  @Override
  public Future<Void> note(String base) {
    return link.send(Command.SET, Keys.ADDRESS, base).mapEmpty();
  }

  @Override
  public Future<Optional<String>> noted() {
    return link.send(Command.GET, Keys.ADDRESS)
        .map(reply -> Optional.ofNullable(reply).map(Object::toString));
  }
}
