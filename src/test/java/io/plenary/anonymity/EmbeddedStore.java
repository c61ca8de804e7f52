package io.plenary.anonymity;

import io.plenary.redis.Await;
import io.plenary.redis.LinkOptions;
import io.plenary.redis.RedisLink;
import io.plenary.redis.StoreAddress;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody who holds the data folder can do while the server runs: sign in to its Redis and
 * look. Blocking.
 */
public final class EmbeddedStore implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final RedisLink link;

  public EmbeddedStore(Path data) throws IOException {
    String config = Files.readString(data.resolve("redis.conf"));
    link =
        RedisLink.open(
            vertx,
            vertx.getOrCreateContext(),
            StoreAddress.local(Integer.parseInt(word(config, "port")), word(config, "requirepass")),
            LinkOptions.defaults());
    Await.result(link.ready());
  }

  private static String word(String config, String name) {
    Matcher found = Pattern.compile("(?m)^" + name + " (\\S+)$").matcher(config);
    if (!found.find()) throw new AssertionError("no " + name);
    return found.group(1);
  }

  /** Null once it is destroyed. */
  byte[] pollKey(String event, String poll) {
    Response key = Await.result(link.send(Command.HGET, "plenary:{" + event + "}:keys", poll));
    return key == null ? null : key.toBytes();
  }

  /** The audit trail of a Q&A as it is stored, oldest line first. */
  List<String> audit(String event, String qa) {
    return Await.result(
            link.send(Command.LRANGE, "plenary:{" + event + "}:activity:" + qa + ":audit", 0, -1))
        .stream()
        .map(Response::toString)
        .toList();
  }

  /** Whether a key's name holds this. */
  public boolean holds(String part) {
    return Await.result(link.send(Command.KEYS, "*" + part + "*")).size() > 0;
  }

  /** As another server would write it. */
  public void put(String key, String field, String value) {
    Await.result(link.send(Command.HSET, key, field, value));
  }

  void rewriteHistory() {
    Await.result(link.send(Command.BGREWRITEAOF));
    Await.until(
        () ->
            Await.result(link.send(Command.INFO, "persistence"))
                .toString()
                .contains("aof_rewrite_in_progress:0"));
  }

  @Override
  public void close() {
    Await.result(link.close());
    Await.result(vertx.close());
  }
}
