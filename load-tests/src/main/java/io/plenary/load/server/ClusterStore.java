package io.plenary.load.server;

import io.plenary.load.Lab;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A Cluster of three masters with two replicas each. With one each, nobody could confirm what is
 * written at a replica that took over until the master that died is back.
 */
public final class ClusterStore extends CopiedStore {
  private static final int MASTERS = 3;
  private static final int COPIES = 2;
  private static final int COUNT = MASTERS * (1 + COPIES);
  private static final int SLOTS = 16_384;

  private final int nodeTimeoutMs;

  /** Where the others reach each of them; they listen there beside their port. */
  private final List<Integer> buses = new ArrayList<>();

  private int slot;

  /**
   * @param nodeTimeoutMs how long a server is silent until another one takes it to be down
   */
  public ClusterStore(Lab lab, Path binary, int nodeTimeoutMs) {
    super(lab, binary);
    this.nodeTimeoutMs = nodeTimeoutMs;
  }

  /** The first are masters. */
  @Override
  void launch() throws IOException, InterruptedException {
    for (int i = 0; i < COUNT; i++) member(i + 1);
    for (int i = 0; i < MASTERS; i++) {
      ask(i, "CLUSTER", "ADDSLOTSRANGE", "" + first(i), "" + (first(i + 1) - 1));
    }
    for (int i = 1; i < COUNT; i++) {
      ask(0, "CLUSTER", "MEET", "127.0.0.1", "" + servers.get(i).port(), "" + buses.get(i));
    }
    for (RedisNode each : servers) {
      await("each knows all others", () -> says(each, "cluster_known_nodes", COUNT));
    }
    for (int i = MASTERS; i < COUNT; i++) {
      RedisNode replica = servers.get(i);
      String master = ask(i % MASTERS, "CLUSTER", "MYID");
      await(
          "a replica knows its master",
          () -> replica.ask("CLUSTER", "REPLICATE", master).equals("OK"));
    }
  }

  /**
   * @param epoch another one for each, so that they need not agree on that first
   */
  private void member(int epoch) throws IOException, InterruptedException {
    int bus = lab.port();
    buses.add(bus);
    RedisNode member =
        server(
            List.of(
                "cluster-enabled yes",
                "cluster-port " + bus,
                // A replica stays where it is: with one less nobody confirms after a failover.
                "cluster-migration-barrier " + COPIES,
                "cluster-node-timeout " + nodeTimeoutMs));
    member.ask("CLUSTER", "SET-CONFIG-EPOCH", "" + epoch);
  }

  private static int first(int master) {
    return SLOTS * master / MASTERS;
  }

  private String ask(int server, String... words) throws IOException {
    return servers.get(server).ask(words);
  }

  private static boolean says(RedisNode server, String field, int number) throws IOException {
    String info = server.ask("CLUSTER", "INFO");
    return Replication.field(info, field).equals("" + number);
  }

  @Override
  public Map<String, String> settings(int copies) {
    String hosts =
        servers.stream().map(each -> "127.0.0.1:" + each.port()).collect(Collectors.joining(","));
    return Map.of(
        "REDIS_URL",
        "redis-cluster://:%s@%s".formatted(PASSWORD, hosts),
        "PLENARY_STORE_COPIES",
        "" + copies);
  }

  /** All keys of an event are in one slot. */
  @Override
  public void follow(String event) throws IOException {
    slot = Integer.parseInt(ask(0, "CLUSTER", "KEYSLOT", "{" + event + "}"));
  }

  @Override
  public int named() {
    return most(servers, server -> ClusterNodes.owner(server.ask("CLUSTER", "NODES"), slot));
  }

  /** Whether most say that the server at this port failed. */
  public boolean failed(int port) {
    return port
        == most(
            servers,
            server -> ClusterNodes.failed(server.ask("CLUSTER", "NODES"), port) ? port : 0);
  }

  @Override
  boolean whole() throws IOException {
    int fed = 0;
    for (RedisNode server : servers) {
      if (!server.ask("CLUSTER", "INFO").contains("cluster_state:ok")) return false;
      if (!ClusterNodes.well(server.ask("CLUSTER", "NODES"), MASTERS, COPIES)) return false;
      if (Replication.online(info(server)) == COPIES) fed++;
    }
    return fed == MASTERS;
  }
}
