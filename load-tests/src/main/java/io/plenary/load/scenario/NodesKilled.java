package io.plenary.load.scenario;

import io.plenary.load.server.Nodes;
import io.plenary.load.server.PlenaryServer;
import io.plenary.load.server.RedisServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * kill -9 of one server of three on one Redis, under load: its phones go to the others, and it
 * comes back.
 */
final class NodesKilled implements Scenario {
  static final int NODES = 3;
  static final int PHONES = 300;
  static final int QUICK_PHONES = 100;
  static final double VOTES_PER_S = 1_000;
  static final double QUICK_VOTES_PER_S = 300;
  private final int count;

  NodesKilled(int count) {
    this.count = count;
  }

  @Override
  public String name() {
    return "nodes-killed";
  }

  @Override
  public String about() {
    return "kill -9 of one server of three on one Redis under load, again and again: nothing"
        + " acknowledged is lost, nothing doubled, every stage is right";
  }

  /** So many servers on one Redis. */
  static Nodes on(Bench bench, RedisServer redis, int nodes) {
    return on(bench, Map.of("REDIS_URL", "redis://127.0.0.1:" + redis.port()), nodes);
  }

  /**
   * @param store the settings that name it
   */
  static Nodes on(Bench bench, Map<String, String> store, int nodes) {
    Map<String, String> settings = new HashMap<>(Outage.SETTINGS);
    settings.putAll(store);
    return Nodes.of(bench.lab(), nodes, settings);
  }

  @Override
  public void run(Bench bench) throws IOException, InterruptedException {
    boolean quick = bench.options().quick();
    int times = quick ? Math.min(count, NODES) : count;
    try (RedisServer redis =
        new RedisServer(bench.lab(), RedisServer.embedded(bench.lab()), "always").start()) {
      Nodes nodes = on(bench, redis, NODES);
      try (Hall hall = Hall.across(bench, nodes);
          Trial trial =
              new Trial(
                  bench,
                  hall,
                  nodes.ports(),
                  name(),
                  bench.options().phones(PHONES, QUICK_PHONES),
                  quick ? QUICK_VOTES_PER_S : VOTES_PER_S,
                  Double.POSITIVE_INFINITY)) {
        try {
          for (int i = 0; i < times; i++) {
            PlenaryServer one = nodes.all().get(i % NODES);
            List<Integer> left = new ArrayList<>(nodes.ports());
            left.remove(Integer.valueOf(one.port()));
            trial.once(left, new Death(one));
          }
        } finally {
          trial.sum(false);
        }
      }
    }
  }

  private record Death(PlenaryServer server) implements Trial.Fault {
    @Override
    public long strike() {
      long at = System.nanoTime();
      server.kill();
      return at;
    }

    @Override
    public void mend() throws IOException, InterruptedException {
      server.start();
    }
  }
}
