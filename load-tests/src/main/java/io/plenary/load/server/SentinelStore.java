package io.plenary.load.server;

import io.plenary.load.Lab;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A master, two replicas of it, and three Sentinels that watch them. */
public final class SentinelStore extends CopiedStore {
  private static final int COUNT = 3;
  private static final String SENTINELS_PASSWORD = "sentinels-only";
  private static final String MASTER = "plenary";

  private final int downAfterMs;
  private final List<RedisNode> sentinels = new ArrayList<>();

  /**
   * @param downAfterMs how long a master is silent until a Sentinel takes it to be down
   */
  public SentinelStore(Lab lab, Path binary, int downAfterMs) {
    super(lab, binary);
    this.downAfterMs = downAfterMs;
  }

  @Override
  public SentinelStore start() throws IOException, InterruptedException {
    super.start();
    return this;
  }

  /** The first is the master. */
  @Override
  void launch() throws IOException, InterruptedException {
    int master = server(List.of()).port();
    for (int i = 1; i < COUNT; i++) server(List.of("replicaof 127.0.0.1 " + master));
    for (int i = 0; i < COUNT; i++) sentinel(master);
  }

  private void sentinel(int master) throws IOException, InterruptedException {
    List<String> settings =
        List.of(
            "sentinel sentinel-pass " + SENTINELS_PASSWORD,
            "sentinel monitor " + MASTER + " 127.0.0.1 " + master + " 2",
            "sentinel auth-pass " + MASTER + " " + PASSWORD,
            "sentinel down-after-milliseconds " + MASTER + " " + downAfterMs,
            "sentinel failover-timeout " + MASTER + " 5000",
            "sentinel parallel-syncs " + MASTER + " 2");
    RedisNode sentinel =
        new RedisNode(lab, binary, "sentinel", SENTINELS_PASSWORD, settings, "--sentinel");
    sentinels.add(sentinel);
    sentinel.start();
    // How soon a master that came back is made a replica; detection and failover are not hurried.
    sentinel.ask("SENTINEL", "DEBUG", "INFO-PERIOD", "1000", "PUBLISH-PERIOD", "500");
  }

  @Override
  public Map<String, String> settings(int copies) {
    String hosts =
        sentinels.stream().map(each -> "127.0.0.1:" + each.port()).collect(Collectors.joining(","));
    String url =
        "redis-sentinel://:%s@%s/0?master=%s&sentinel-password=%s"
            .formatted(PASSWORD, hosts, MASTER, SENTINELS_PASSWORD);
    return Map.of("REDIS_URL", url, "PLENARY_STORE_COPIES", String.valueOf(copies));
  }

  @Override
  public int named() {
    return most(
        sentinels,
        sentinel -> {
          String place = sentinel.ask("SENTINEL", "GET-MASTER-ADDR-BY-NAME", MASTER);
          return Integer.parseInt(place.split("\n")[1]);
        });
  }

  /** What the master answers, a line each. */
  public List<String> asked(String... words) throws IOException {
    return master().ask(words).lines().toList();
  }

  /** The same of a string that is no text. */
  public byte[] bytes(String... words) throws IOException {
    return master().bytes(words);
  }

  /** What each copy writes stands there, by its port. */
  public Map<Integer, Path> folders() {
    return servers.stream().collect(Collectors.toMap(RedisNode::port, RedisNode::folder));
  }

  /**
   * Ends a replica gently.
   *
   * @return its port
   */
  public int stopReplica() throws IOException {
    int master = master().port();
    RedisNode one =
        servers.stream().filter(s -> s.alive() && s.port() != master).findFirst().orElseThrow();
    one.stop();
    return one.port();
  }

  /** It comes back; returns when it is a replica like the others. */
  public void startReplica(int port) throws IOException, InterruptedException {
    for (RedisNode server : servers) {
      if (server.port() == port) server.start();
    }
    awaitWhole();
  }

  @Override
  boolean whole() throws IOException {
    if (Replication.online(info(master())) != COUNT - 1) return false;
    for (RedisNode sentinel : sentinels) {
      if (!sentinel.ask("SENTINEL", "CKQUORUM", MASTER).startsWith("OK " + COUNT)) return false;
      String replicas = sentinel.ask("SENTINEL", "REPLICAS", MASTER);
      if (Replication.well(replicas) != COUNT - 1) return false;
    }
    return true;
  }

  @Override
  public void close() {
    sentinels.forEach(RedisNode::close);
    super.close();
  }
}
