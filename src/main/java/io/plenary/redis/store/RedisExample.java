package io.plenary.redis.store;

import io.plenary.redis.RedisLink;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;

/** Which event the example will be: servers that start at once make one of it, not each its own. */
public final class RedisExample {
  /** Longer than any start takes: whoever begins later finds the event itself. */
  private static final long LASTS_MS = 120_000;

  private final RedisLink link;

  public RedisExample(RedisLink link) {
    this.link = link;
  }

  /**
   * The id that the example is made with, the same for everybody who asks in the next two minutes.
   *
   * @param candidate it, when nobody asked before
   */
  public Future<String> reserve(String candidate) {
    return link.send(Command.SET, Keys.EXAMPLE, candidate, "NX", "GET", "PX", LASTS_MS)
        .map(before -> before == null ? candidate : before.toString());
  }
}
