package io.plenary.load.scenario;

import io.plenary.load.Lab;
import io.plenary.load.server.ClusterStore;
import io.plenary.load.server.CopiedStore;
import io.plenary.load.server.Nodes;
import io.plenary.load.server.RedisServer;
import io.plenary.load.server.SentinelStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;

/**
 * kill -9 of the master of a store with copies, under three servers under load. Where replication
 * is cut before, what the master writes since then is gone with it; without copies that confirm the
 * same check must find losses. On a Cluster the event then goes on to its end.
 */
final class Failover implements Scenario {
  private static final int CUT_MS = 1_500;
  private static final int LOOK_MS = 50;
  private static final long NAMED_WITHIN_S = 60;

  /**
   * Beyond detection. A Sentinel takes a master to be down when it was silent for the setting; a
   * server of a Cluster asks each other one twice within {@code cluster-node-timeout}, waits for as
   * long, and tells the others, so there it is measured when most of them know.
   */
  private static final double MOST_SECONDS = 2.5;

  /** What decides which copy is the master. */
  private enum Kind {
    SENTINEL(
        "", "the master of a Sentinel of three copies", "Sentinels", "down-after-milliseconds"),
    CLUSTER(
        "cluster-",
        "the event's master in a Cluster of three with two replicas each",
        "servers of the Cluster",
        "cluster-node-timeout");

    /** Before the name of the scenario. */
    final String prefix;

    /** What is killed. */
    final String master;

    /** Who name the next one. */
    final String who;

    /** The setting of how long a master is silent until somebody takes it to be down. */
    final String detection;

    Kind(String prefix, String master, String who, String detection) {
      this.prefix = prefix;
      this.master = master;
      this.who = who;
      this.detection = detection;
    }

    CopiedStore store(Lab lab, Path redis, int detectedMs) {
      return this == SENTINEL
          ? new SentinelStore(lab, redis, detectedMs)
          : new ClusterStore(lab, redis, detectedMs);
    }
  }

  private final Kind kind;
  private final String name;
  private final int copies;
  private final int cutMs;
  private final int count;
  private final int downAfterMs;

  private Failover(Kind kind, String name, int copies, int cutMs, int count, int downAfterMs) {
    this.kind = kind;
    this.name = kind.prefix + name;
    this.copies = copies;
    this.cutMs = cutMs;
    this.count = count;
    this.downAfterMs = downAfterMs;
  }

  /**
   * @param downAfterMs detection: how long a master is silent until a Sentinel takes it to be down
   */
  static Failover killed(int count, int downAfterMs) {
    return new Failover(Kind.SENTINEL, "master-killed", 1, 0, count, downAfterMs);
  }

  /**
   * @param copies that confirm what is written
   */
  static Failover cut(int copies, int count, int downAfterMs) {
    String name = copies == 0 ? "replication-cut-without-copies" : "replication-cut";
    return new Failover(Kind.SENTINEL, name, copies, CUT_MS, count, downAfterMs);
  }

  /**
   * @param nodeTimeoutMs how long a master is silent until another server takes it to be down
   */
  static Failover clusterKilled(int count, int nodeTimeoutMs) {
    return new Failover(Kind.CLUSTER, "master-killed", 1, 0, count, nodeTimeoutMs);
  }

  static Failover clusterCut(int count, int nodeTimeoutMs) {
    return new Failover(Kind.CLUSTER, "replication-cut", 1, CUT_MS, count, nodeTimeoutMs);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String about() {
    return "kill -9 of "
        + kind.master
        + ", store-copies "
        + copies
        + ", under three servers under load"
        + (cutMs > 0 ? ", 1.5 s after its replication was cut" : "")
        + (copies == 0 ? ": the check must see losses" : ": nothing acknowledged is lost");
  }

  /** On a Cluster an event's way to its end is another one than anywhere else. */
  private boolean toItsEnd() {
    return kind == Kind.CLUSTER && cutMs == 0;
  }

  @Override
  public void run(Bench bench) throws Exception {
    Path redis = RedisServer.embedded(bench.lab());
    try (CopiedStore store = kind.store(bench.lab(), redis, downAfterMs).start()) {
      Nodes nodes = NodesKilled.on(bench, store.settings(copies), NodesKilled.NODES);
      try (Hall hall = Hall.across(bench, nodes)) {
        store.follow(hall.room.event());
        kill(bench, store, nodes, hall);
        if (toItsEnd()) new Journey(bench, name(), store, nodes, hall).toItsEnd();
      }
    }
    bench.sheet().note("%s: %s is %d ms".formatted(name(), kind.detection, downAfterMs));
  }

  private void kill(Bench bench, CopiedStore store, Nodes nodes, Hall hall)
      throws IOException, InterruptedException {
    boolean quick = bench.options().quick();
    int times = quick ? Math.min(count, 2) : count;
    try (Trial trial =
        new Trial(
            bench,
            hall,
            nodes.ports(),
            name(),
            bench.options().phones(NodesKilled.PHONES, NodesKilled.QUICK_PHONES),
            quick ? NodesKilled.QUICK_VOTES_PER_S : NodesKilled.VOTES_PER_S,
            cutMs > 0 ? Double.POSITIVE_INFINITY : MOST_SECONDS)) {
      try {
        for (int i = 0; i < times; i++) trial.once(nodes.ports(), new Death(bench, store));
      } finally {
        trial.sum(copies == 0);
      }
    }
  }

  /**
   * @param detected seconds from the kill on; with a Sentinel the setting, as it takes no longer
   * @param named the same, until another master was named
   */
  private record Found(double detected, double named) {}

  private final class Death implements Trial.Fault {
    private final Bench bench;
    private final CopiedStore store;
    private CompletableFuture<Found> found;

    Death(Bench bench, CopiedStore store) {
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
      found = CompletableFuture.supplyAsync(() -> watch(master, at));
      return at;
    }

    /** A cut that kept nothing from the copies proves nothing. */
    private void lacking(long bytes) {
      bench.sheet().add(name() + ": bytes that no copy had when the master was killed", bytes);
      if (bytes <= 0) bench.sheet().fault(name() + ": the copies had everything despite the cut");
    }

    private Found watch(int master, long at) {
      double detected =
          store instanceof ClusterStore cluster
              ? until(at, () -> cluster.failed(master))
              : downAfterMs / 1e3;
      double named =
          until(
              at,
              () -> {
                int now = store.named();
                return now != 0 && now != master;
              });
      return new Found(detected, named);
    }

    /** Seconds from the blow until it is so. */
    private static double until(long at, BooleanSupplier so) {
      while (!so.getAsBoolean() && System.nanoTime() - at < NAMED_WITHIN_S * 1e9) {
        try {
          Thread.sleep(LOOK_MS);
        } catch (InterruptedException e) {
          throw new CompletionException(e);
        }
      }
      return (System.nanoTime() - at) / 1e9;
    }

    @Override
    public void mend() throws IOException, InterruptedException {
      Found then = found.join();
      String most = name() + ": s until most " + kind.who;
      if (kind == Kind.CLUSTER) bench.sheet().add(most + " take it to be dead", then.detected);
      bench.sheet().add(most + " name another master", then.named);
      store.restore();
    }

    @Override
    public double detected() {
      return found.join().detected;
    }
  }
}
