package io.plenary.redis.store;

import io.plenary.identity.SetupStore;
import io.plenary.redis.RedisLink;
import io.plenary.redis.Script;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import java.util.List;
import java.util.Optional;

/** {@link SetupStore} on Redis; keys in {@link Keys}. */
public final class RedisSetupStore implements SetupStore {
  private final RedisLink link;
  private final Script nonce = Script.load("setup_nonce");

  public RedisSetupStore(RedisLink link) {
    this.link = link;
  }

  @Override
  public Future<Optional<String>> nonce(String candidate) {
    return link.eval(nonce, List.of(Keys.EMAILS, Keys.SETUP, Keys.OWNER), List.of(candidate))
        .map(reply -> Optional.of(reply.toString()).filter(held -> !held.isEmpty()));
  }

  @Override
  public Future<Optional<String>> held() {
    return link.send(Command.GET, Keys.SETUP)
        .map(reply -> Optional.ofNullable(reply).map(Object::toString));
  }
}
