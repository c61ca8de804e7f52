package io.plenary.redis.store;

import io.plenary.identity.SetupStore;
import io.plenary.redis.RedisLink;
import io.plenary.redis.Script;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import java.util.List;

/** {@link SetupStore} on Redis; keys in {@link Keys}. */
public final class RedisSetupStore implements SetupStore {
  private final RedisLink link;
  private final Script replace = Script.load("replace_setup");

  public RedisSetupStore(RedisLink link) {
    this.link = link;
  }

  @Override
  public Future<Boolean> replace(String setupHash) {
    return link.eval(replace, List.of(Keys.EMAILS, Keys.SETUP), List.of(setupHash))
        .map(reply -> reply.toInteger() == 1);
  }

  @Override
  public Future<Boolean> holds(String setupHash) {
    return link.send(Command.GET, Keys.SETUP)
        .map(reply -> reply != null && reply.toString().equals(setupHash));
  }
}
