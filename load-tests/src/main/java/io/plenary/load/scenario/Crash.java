package io.plenary.load.scenario;

import io.plenary.load.server.Children;
import io.plenary.load.server.PlenaryServer;
import java.io.IOException;

/**
 * kill -9 under load: of the server, which leaves its Redis behind; and of its Redis, which it must
 * bring back.
 */
public final class Crash implements Scenario {
  private static final int PHONES = 300;
  private static final double VOTES_PER_S = 2_000;
  private static final long BACK_WITHIN_MS = 60_000;
  private final boolean server;
  private final int count;

  public Crash(boolean server, int count) {
    this.server = server;
    this.count = count;
  }

  @Override
  public String name() {
    return server ? "crash-server" : "crash-redis";
  }

  @Override
  public String about() {
    return "kill -9 of "
        + (server ? "the server" : "redis-server")
        + " under load, again and again: nothing acknowledged is lost, nothing doubled";
  }

  @Override
  public void run(Bench bench) throws IOException, InterruptedException {
    int times = bench.options().quick() ? Math.min(count, 2) : count;
    try (Hall hall = Hall.on(bench, new PlenaryServer(bench.lab(), Outage.SETTINGS))) {
      Outage outage =
          new Outage(
              bench,
              hall,
              name(),
              bench.options().phones(PHONES, 100),
              bench.options().quick() ? 300 : VOTES_PER_S);
      try {
        for (int i = 0; i < times; i++) {
          outage.once(0, server ? new OfServer(hall) : new OfRedis(hall));
        }
      } finally {
        outage.sum(false);
      }
    }
  }

  private record OfServer(Hall hall) implements Outage.Blow {
    @Override
    public void kill() {
      hall.server.kill();
    }

    @Override
    public void restore() throws IOException, InterruptedException {
      hall.server.start();
    }
  }

  private static final class OfRedis implements Outage.Blow {
    private final Hall hall;
    private ProcessHandle killed;

    OfRedis(Hall hall) {
      this.hall = hall;
    }

    @Override
    public void kill() throws IOException {
      killed = hall.server.redisProcess().orElseThrow();
      Children.kill(killed);
    }

    @Override
    public void restore() throws IOException, InterruptedException {
      long until = System.nanoTime() + BACK_WITHIN_MS * 1_000_000;
      while (hall.server.redisPid() == killed.pid() || !hall.server.ready()) {
        if (System.nanoTime() > until) throw new IOException("redis-server did not come back");
        Thread.sleep(2);
      }
    }
  }
}
