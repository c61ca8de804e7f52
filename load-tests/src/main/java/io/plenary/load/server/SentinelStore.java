package io.plenary.load.server;

import io.plenary.load.Lab;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A master, two replicas of it, and three Sentinels that watch them, on loopback. The master may be
 * killed, and before that be cut off from its replicas: nothing it writes then reaches a copy,
 * while the Sentinels and its clients reach all of them.
 */
public final class SentinelStore implements AutoCloseable {
  private static final int COUNT = 3;
  private static final String PASSWORD = "store-only";
  private static final String SENTINELS_PASSWORD = "sentinels-only";
  private static final String MASTER = "plenary";
  private static final long WHOLE_WITHIN_S = 60;
  private static final List<String> SETTINGS =
      List.of(
          "masterauth " + PASSWORD,
          "appendonly yes",
          "appendfsync always",
          "no-appendfsync-on-rewrite no",
          "save \"\"",
          "maxmemory-policy noeviction",
          "repl-diskless-sync-delay 0");

  private final Lab lab;
  private final Path binary;
  private final int downAfterMs;
  private final List<RedisNode> servers = new ArrayList<>();
  private final List<RedisNode> sentinels = new ArrayList<>();
  private RedisNode killed;

  /**
   * @param downAfterMs how long a master is silent until a Sentinel takes it to be down
   */
  public SentinelStore(Lab lab, Path binary, int downAfterMs) {
    this.lab = lab;
    this.binary = binary;
    this.downAfterMs = downAfterMs;
  }

  /** Returns when a failover needs nothing more. */
  public SentinelStore start() throws IOException, InterruptedException {
    try {
      for (int i = 0; i < COUNT; i++) server();
      for (int i = 0; i < COUNT; i++) sentinel();
      awaitWhole();
      return this;
    } catch (IOException | InterruptedException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /** The first is the master. */
  private void server() throws IOException, InterruptedException {
    List<String> settings = new ArrayList<>(SETTINGS);
    if (!servers.isEmpty()) settings.add("replicaof 127.0.0.1 " + servers.get(0).port());
    RedisNode server = new RedisNode(lab, binary, "replica", PASSWORD, settings);
    servers.add(server);
    server.start();
  }

  private void sentinel() throws IOException, InterruptedException {
    List<String> settings =
        List.of(
            "sentinel sentinel-pass " + SENTINELS_PASSWORD,
            "sentinel monitor " + MASTER + " 127.0.0.1 " + servers.get(0).port() + " 2",
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

  /**
   * Settings of a server that uses it.
   *
   * @param copies replicas that confirm what is written
   */
  public Map<String, String> settings(int copies) {
    String hosts =
        sentinels.stream().map(each -> "127.0.0.1:" + each.port()).collect(Collectors.joining(","));
    String url =
        "redis-sentinel://:%s@%s/0?master=%s&sentinel-password=%s"
            .formatted(PASSWORD, hosts, MASTER, SENTINELS_PASSWORD);
    return Map.of("REDIS_URL", url, "PLENARY_STORE_COPIES", String.valueOf(copies));
  }

  /** Port of the master that most Sentinels name; 0 when they do not agree. */
  public int named() {
    List<Integer> ports = new ArrayList<>();
    for (RedisNode sentinel : sentinels) {
      try {
        String place = sentinel.ask("SENTINEL", "GET-MASTER-ADDR-BY-NAME", MASTER);
        ports.add(Integer.parseInt(place.split("\n")[1]));
      } catch (IOException doesNotSay) {
        continue;
      }
    }
    return Replication.most(ports, COUNT);
  }

  private RedisNode master() throws IOException {
    int port = named();
    for (RedisNode server : servers) {
      if (server.port() == port && server.alive()) return server;
    }
    throw new IOException("the Sentinels name no master that is there");
  }

  private static String info(RedisNode server) throws IOException {
    return server.ask("INFO", "replication");
  }

  /**
   * From now on no copy gets what the master writes: replicas know its password no more, and lose
   * their connections to it.
   */
  public void cut() throws IOException {
    RedisNode master = master();
    knowPassword(master, "cut-off");
    master.ask("CLIENT", "KILL", "TYPE", "replica");
  }

  private void knowPassword(RedisNode master, String password) throws IOException {
    for (RedisNode server : servers) {
      if (server != master) server.ask("CONFIG", "SET", "masterauth", password);
    }
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

  /** Bytes of replication that the master made and no replica has. */
  public long missing() throws IOException {
    RedisNode master = master();
    long most = 0;
    for (RedisNode server : servers) {
      if (server != master) most = Math.max(most, Replication.offset(info(server)));
    }
    return Replication.offset(info(master)) - most;
  }

  /**
   * kill -9 of the master; replicas that were cut off may follow the next one.
   *
   * @return when, {@link System#nanoTime()}
   */
  public long killMaster() throws IOException {
    killed = master();
    long at = System.nanoTime();
    killed.kill();
    knowPassword(killed, PASSWORD);
    return at;
  }

  /** The one that was killed comes back as it was; returns when it is a replica like the others. */
  public void restore() throws IOException, InterruptedException {
    killed.start();
    awaitWhole();
  }

  private void awaitWhole() throws IOException, InterruptedException {
    long until = System.nanoTime() + WHOLE_WITHIN_S * 1_000_000_000L;
    while (!whole()) {
      if (System.nanoTime() > until) {
        throw new IOException(
            "master, replicas and Sentinels did not find each other within "
                + WHOLE_WITHIN_S
                + " s");
      }
      Thread.sleep(50);
    }
  }

  private boolean whole() {
    try {
      if (Replication.online(info(master())) != COUNT - 1) return false;
      for (RedisNode sentinel : sentinels) {
        if (!sentinel.ask("SENTINEL", "CKQUORUM", MASTER).startsWith("OK " + COUNT)) return false;
        String replicas = sentinel.ask("SENTINEL", "REPLICAS", MASTER);
        if (Replication.well(replicas) != COUNT - 1) return false;
      }
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  @Override
  public void close() {
    sentinels.forEach(RedisNode::close);
    servers.forEach(RedisNode::close);
  }
}
