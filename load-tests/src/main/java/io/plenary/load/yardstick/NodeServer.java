package io.plenary.load.yardstick;

import io.plenary.load.Lab;
import io.plenary.load.net.Loops;
import io.plenary.load.server.Children;
import io.plenary.load.server.RedisServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** socket.io + ioredis, with a Redis of its own that has the same binary and fsync as Plenary's. */
public final class NodeServer implements PeerServer {
  private final Loops loops;
  private final RedisServer redis;
  private final Process node;
  private final int port;

  NodeServer(Lab lab, Loops loops, Yardsticks yardsticks, Path redisBinary)
      throws IOException, InterruptedException {
    this.loops = loops;
    redis = new RedisServer(lab, redisBinary, "always").start();
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

  @Override
  public PeerStage stage() throws IOException {
    return new SocketIoStage(loops, port);
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public long pid() {
    return node.pid();
  }

  @Override
  public long redisPid() {
    return redis.pid();
  }

  @Override
  public void close() {
    Children.end(node.toHandle(), 3_000);
    redis.close();
  }
}
