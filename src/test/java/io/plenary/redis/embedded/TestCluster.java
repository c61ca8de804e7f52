package io.plenary.redis.embedded;

import io.plenary.Waiting;
import io.plenary.redis.StoreAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A Cluster of three masters, and a replica of each. Blocking. */
public final class TestCluster implements AutoCloseable {
  /** How long a server is silent before the others take it to be down. */
  public static final int NODE_TIMEOUT_MS = 1_000;

  private static final int MASTERS = 3;
  private static final int SLOTS = 16_384;

  private final List<TestRedis> servers = new ArrayList<>();
  private final Map<TestRedis, Integer> buses = new HashMap<>();

  private TestCluster() {}

  public static TestCluster start() {
    TestCluster all = new TestCluster();
    try {
      for (int i = 0; i < 2 * MASTERS; i++) all.server(i + 1);
      for (int i = 0; i < MASTERS; i++) {
        all.call(i, "CLUSTER ADDSLOTSRANGE " + first(i) + " " + (first(i + 1) - 1));
      }
      for (TestRedis each : all.servers.subList(1, 2 * MASTERS)) {
        all.call(0, "CLUSTER MEET 127.0.0.1 " + each.port() + " " + all.buses.get(each));
      }
      all.awaitEach("CLUSTER INFO", "cluster_known_nodes:" + 2 * MASTERS);
      all.awaitEach("CLUSTER INFO", "cluster_state:ok");
      for (int i = 0; i < MASTERS; i++) {
        String master = all.call(i, "CLUSTER MYID");
        int replica = MASTERS + i;
        Waiting.until(() -> all.call(replica, "CLUSTER REPLICATE " + master).equals("+OK"));
      }
      for (int i = MASTERS; i < 2 * MASTERS; i++) {
        TestRedis replica = all.servers.get(i);
        Waiting.until(() -> replica.reply("INFO replication").contains("master_link_status:up"));
      }
      // Everybody must know who copies whom before anybody can take a master's place.
      Waiting.until(() -> all.servers.stream().allMatch(TestCluster::knowsCopies));
      return all;
    } catch (IOException | RuntimeException | Error e) {
      all.close(); // processes of their own: nothing else would end them
      throw new IllegalStateException(e);
    }
  }

  private static int first(int master) {
    return SLOTS * master / MASTERS;
  }

  private static boolean knowsCopies(TestRedis server) {
    return server.reply("CLUSTER NODES").lines().filter(line -> line.contains("slave ")).count()
        == MASTERS;
  }

  private void server(int epoch) throws IOException {
    int bus = TestRedis.freePort(15_000, 20_000);
    TestRedis server =
        TestRedis.start(
            "--cluster-enabled",
            "yes",
            "--cluster-port",
            "" + bus,
            "--cluster-node-timeout",
            "" + NODE_TIMEOUT_MS,
            "--masterauth",
            TestRedis.PASSWORD,
            "--repl-diskless-sync-delay",
            "0",
            "--rdbcompression",
            "no");
    servers.add(server);
    buses.put(server, bus);
    server.call("CLUSTER SET-CONFIG-EPOCH " + epoch);
  }

  private void awaitEach(String question, String answer) {
    for (TestRedis each : servers) {
      Waiting.until(() -> each.reply(question), () -> each.reply(question).contains(answer));
    }
  }

  private String call(int server, String command) {
    return servers.get(server).said(command);
  }

  public List<TestRedis> servers() {
    return List.copyOf(servers);
  }

  public List<TestRedis> masters() {
    return servers.stream().filter(server -> server.said("ROLE").equals("*3")).toList();
  }

  /** Those that are none, and answer. */
  public List<TestRedis> replicas() {
    return servers.stream().filter(server -> server.said("ROLE").equals("*5")).toList();
  }

  /** The master that has a key. */
  public TestRedis masterOf(String key) {
    return masters().stream()
        .filter(server -> server.said("EXISTS " + key).equals(":1"))
        .findFirst()
        .orElseThrow();
  }

  /** Has a replica take its master's place while both run; answers which. */
  public TestRedis failOver() {
    TestRedis replica = replicas().get(0);
    ok(replica, "CLUSTER FAILOVER");
    Waiting.until(() -> replica.said("ROLE").equals("*3"));
    return replica;
  }

  /** Gives the slot of a name, in which there are no keys, to another master; answers which. */
  public TestRedis move(String name, TestRedis from) {
    String slot = from.said("CLUSTER KEYSLOT " + name).substring(1);
    TestRedis to = masters().stream().filter(each -> each != from).findFirst().orElseThrow();
    String left = from.said("CLUSTER MYID");
    String taken = to.said("CLUSTER MYID");
    ok(to, "CLUSTER SETSLOT " + slot + " IMPORTING " + left);
    ok(from, "CLUSTER SETSLOT " + slot + " MIGRATING " + taken);
    ok(to, "CLUSTER SETSLOT " + slot + " NODE " + taken);
    ok(from, "CLUSTER SETSLOT " + slot + " NODE " + taken);
    return to;
  }

  private static void ok(TestRedis server, String command) {
    String said = server.said(command);
    if (!said.equals("+OK")) throw new IllegalStateException(command + ": " + said);
  }

  /** Kills a master; once its replica has its place it comes back, as the replica. */
  public void kill(TestRedis master) {
    master.kill();
    Waiting.until(() -> masters().size() == MASTERS);
    try {
      master.startAgain();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String url() {
    return "redis-cluster://:"
        + TestRedis.PASSWORD
        + "@"
        + servers.stream()
            .map(server -> "127.0.0.1:" + server.port())
            .collect(Collectors.joining(","));
  }

  public StoreAddress address() {
    return StoreAddress.parse(url());
  }

  @Override
  public void close() {
    servers.forEach(TestRedis::close);
  }
}
