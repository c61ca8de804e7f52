package io.plenary.load.scenario;

import io.plenary.load.server.Nodes;
import io.plenary.load.server.RedisServer;
import io.plenary.load.server.SentinelStore;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * kill -9 of the master of a Redis Sentinel with three copies, under three servers under load.
 * Where replication is cut before, what the master writes since then is gone with it; without
 * copies that confirm the same check must find losses.
 */
final class Failover implements Scenario {
  private static final int CUT_MS = 1_500;
  private static final int LOOK_MS = 50;
  private static final long NAMED_WITHIN_S = 60;

  /** Beyond detection. */
  private static final double MOST_SECONDS = 2.5;

  private final String name;
  private final int copies;
  private final int cutMs;
  private final int count;
  private final int downAfterMs;

  private Failover(String name, int copies, int cutMs, int count, int downAfterMs) {
    this.name = name;
    this.copies = copies;
    this.cutMs = cutMs;
    this.count = count;
    this.downAfterMs = downAfterMs;
  }

  /**
   * @param downAfterMs detection: how long a master is silent until a Sentinel takes it to be down
   */
  static Failover killed(int count, int downAfterMs) {
    return new Failover("master-killed", 1, 0, count, downAfterMs);
  }

  /**
   * @param copies that confirm what is written
   */
  static Failover cut(int copies, int count, int downAfterMs) {
    String name = copies == 0 ? "replication-cut-without-copies" : "replication-cut";
    return new Failover(name, copies, CUT_MS, count, downAfterMs);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String about() {
    return "kill -9 of the master of a Sentinel of three copies, store-copies "
        + copies
        + ", under three servers under load"
        + (cutMs > 0 ? ", 1.5 s after its replication was cut" : "")
        + (copies == 0 ? ": the check must see losses" : ": nothing acknowledged is lost");
  }

  @Override
  public void run(Bench bench) throws IOException, InterruptedException {
    boolean quick = bench.options().quick();
    int times = quick ? Math.min(count, 2) : count;
    try (SentinelStore store =
        new SentinelStore(bench.lab(), RedisServer.embedded(bench.lab()), downAfterMs).start()) {
      Nodes nodes = NodesKilled.on(bench, store.settings(copies), NodesKilled.NODES);
      try (Hall hall = Hall.across(bench, nodes);
          Trial trial =
              new Trial(
                  bench,
                  hall,
                  nodes.ports(),
                  name(),
                  bench.options().phones(NodesKilled.PHONES, NodesKilled.QUICK_PHONES),
                  quick ? NodesKilled.QUICK_VOTES_PER_S : NodesKilled.VOTES_PER_S,
                  cutMs > 0 ? Double.POSITIVE_INFINITY : downAfterMs / 1e3 + MOST_SECONDS)) {
        try {
          for (int i = 0; i < times; i++) trial.once(nodes.ports(), new Death(bench, store));
        } finally {
          trial.sum(copies == 0);
        }
      }
    }
    bench.sheet().note(name() + ": detection (down-after-milliseconds) is " + downAfterMs + " ms");
  }

  private final class Death implements Trial.Fault {
    private final Bench bench;
    private final SentinelStore store;
    private CompletableFuture<Double> named;

    Death(Bench bench, SentinelStore store) {
      this.bench = bench;
      this.store = store;
    }

    @Override
    public long strike() throws IOException, InterruptedException {
      if (cutMs > 0) {
        store.cut();
        Thread.sleep(cutMs);
        lacking(store.missing());
      }
      int master = store.named();
      long at = store.killMaster();
      named = CompletableFuture.supplyAsync(() -> secondsUntilAnother(master, at));
      return at;
    }

    /** A cut that kept nothing from the copies proves nothing. */
    private void lacking(long bytes) {
      bench.sheet().add(name() + ": bytes that no copy had when the master was killed", bytes);
      if (bytes <= 0) bench.sheet().fault(name() + ": the copies had everything despite the cut");
    }

    private double secondsUntilAnother(int master, long at) {
      int now = store.named();
      while ((now == 0 || now == master) && System.nanoTime() - at < NAMED_WITHIN_S * 1e9) {
        try {
          Thread.sleep(LOOK_MS);
        } catch (InterruptedException e) {
          throw new CompletionException(e);
        }
        now = store.named();
      }
      return (System.nanoTime() - at) / 1e9;
    }

    @Override
    public void mend() throws IOException, InterruptedException {
      bench.sheet().add(name() + ": s until most Sentinels name another master", named.join());
      store.restore();
    }
  }
}
