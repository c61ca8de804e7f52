package io.plenary.load.yardstick;

import io.plenary.load.Lab;
import io.plenary.load.net.Loops;
import io.plenary.load.server.Children;
import io.plenary.load.server.RedisServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

/**
 * A whole little server on Bun: C++ under a script of a hundred lines, what a fast engineer would
 * pick. Its Redis has the same binary and fsync as Plenary's.
 */
public final class BunServer implements PeerServer {
  private final Loops loops;
  private final RedisServer redis;
  private final Process bun;
  private final int port;
  private final String secret = UUID.randomUUID().toString();

  BunServer(Lab lab, Loops loops, Yardsticks yardsticks, Path program, Path redisBinary)
      throws IOException, InterruptedException {
    this.loops = loops;
    redis = new RedisServer(lab, redisBinary, "always").start();
    port = lab.port();
    try {
      bun =
          yardsticks.run(
              program.toString(),
              "hall.mjs",
              Map.of(
                  "PORT",
                  String.valueOf(port),
                  "REDIS_PORT",
                  String.valueOf(redis.port()),
                  "STAGE_SECRET",
                  secret,
                  "NODE_ENV",
                  "production"));
    } catch (IOException | InterruptedException e) {
      redis.close();
      throw e;
    }
  }

  @Override
  public BunStage stage() throws IOException {
    return new BunStage(loops, port, secret);
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public long pid() {
    return bun.pid();
  }

  @Override
  public long redisPid() {
    return redis.pid();
  }

  @Override
  public void close() {
    Children.end(bun.toHandle(), 3_000);
    redis.close();
  }
}
