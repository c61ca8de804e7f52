package io.plenary.load.yardstick;

import io.plenary.load.Lab;
import io.plenary.load.report.Sheet;
import io.plenary.load.server.Children;
import io.plenary.load.server.RedisServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** socket.io + ioredis, with a Redis of its own that has the same binary and fsync as Plenary's. */
public final class NodeServer implements AutoCloseable {
  private final RedisServer redis;
  private final Process node;
  private final int port;

  private NodeServer(Lab lab, Yardsticks yardsticks, Path binary)
      throws IOException, InterruptedException {
    redis = new RedisServer(lab, binary, "always").start();
    port = lab.port();
    try {
      node =
          yardsticks.run(
              "node",
              "server.mjs",
              Map.of(
                  "PORT",
                  String.valueOf(port),
                  "REDIS_PORT",
                  String.valueOf(redis.port()),
                  "NODE_ENV",
                  "production"));
    } catch (IOException | InterruptedException e) {
      redis.close();
      throw e;
    }
  }

  /**
   * Nothing, and a note on the sheet, when it is not installed. @param data folder of a server that
   * has run, for the Redis in it
   */
  public static Optional<NodeServer> start(Lab lab, Path data, Sheet sheet)
      throws IOException, InterruptedException {
    Yardsticks yardsticks = new Yardsticks(lab);
    Optional<Path> binary = RedisServer.binary(data);
    if (!yardsticks.installed() || binary.isEmpty()) {
      sheet.note(Yardsticks.MISSING);
      return Optional.empty();
    }
    return Optional.of(new NodeServer(lab, yardsticks, binary.get()));
  }

  public int port() {
    return port;
  }

  public long pid() {
    return node.pid();
  }

  public long redisPid() {
    return redis.pid();
  }

  @Override
  public void close() {
    Children.end(node.toHandle(), 3_000);
    redis.close();
  }
}
