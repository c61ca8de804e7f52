package io.plenary.e2e;

import io.plenary.protocol.Wire.Tally;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Several packaged servers on one store, a balancer in front of them, a hall that votes through it,
 * and a stage at each. Blocking.
 */
final class Nodes implements AutoCloseable {
  private static final int COUNT = 3;

  /** From the last acknowledgement on, until every screen must be right. */
  private static final long RIGHT_AFTER_MS = 2_000;

  private final Vertx vertx = Vertx.vertx();
  private final List<ServerProcess> servers;
  private final Balancer balancer;
  private final StageScreen[] stages = new StageScreen[COUNT];
  private int launched;
  private boolean closed;
  private Hall hall;

  /**
   * No server is launched yet.
   *
   * @param name of the test: names the logs
   * @param store its address, as in the setting
   * @param copies that confirm what is written
   */
  Nodes(String name, String store, int copies) {
    servers =
        IntStream.rangeClosed(1, COUNT)
            .mapToObj(
                i ->
                    new ServerProcess(name + "-" + i)
                        .with("REDIS_URL", store)
                        .with("PLENARY_STORE_COPIES", "" + copies)
                        .with("PLENARY_GRACE", "1s")) // the recount waits for it
            .toList();
    balancer = new Balancer(servers.stream().map(ServerProcess::base).toList());
  }

  /** Launches what is not launched yet, all at once, and returns at once. */
  void launch() {
    while (launched < COUNT) launchNext();
  }

  /** Launches one server more, if one is left, and returns at once. */
  void launchNext() {
    if (launched < COUNT) servers.get(launched++).launch();
  }

  /** Waits for all servers, fills the hall and opens a poll and the stages. */
  Hall open(int phones) {
    launch();
    hall = new Hall(servers.get(0), balancer.base(), phones, 61);
    servers.forEach(ServerProcess::awaitReady);
    for (int i = 0; i < COUNT; i++) look(i);
    return hall;
  }

  int count() {
    return COUNT;
  }

  /** As kill -9 does; it is started again. Its stage stays dark until {@link #back}. */
  void crash(int node) {
    servers.get(node).kill();
    stages[node].close();
    stages[node] = null;
    Patience.pause(500); // phones go elsewhere meanwhile
    servers.get(node).launch();
  }

  /** Waits until it can be used again, and opens its stage. */
  void back(int node) {
    servers.get(node).awaitReady();
    look(node);
  }

  /** Stops it as an operator does, and starts it again. */
  void restart(int node) {
    servers.get(node).term();
    servers.get(node).launch();
    back(node);
  }

  private void look(int node) {
    if (stages[node] != null) stages[node].close();
    stages[node] = new StageScreen(vertx, servers.get(node).base(), hall.organiser);
  }

  void awaitVotes() {
    int before = hall.swarm.counted();
    Patience.until("votes to be counted", () -> hall.swarm.counted() > before);
  }

  /**
   * Everybody stops; where the screens are wrong when they must be right.
   *
   * @param meanwhile is done while they have time, and takes next to none
   */
  List<String> faults(Runnable meanwhile) {
    hall.pause();
    long settled = System.nanoTime();
    meanwhile.run();
    return hall.faults(
        () -> {
          Patience.pause(Math.max(0, RIGHT_AFTER_MS - (System.nanoTime() - settled) / 1_000_000));
          return shown();
        });
  }

  /** Where they are wrong as soon as all have numbers; nobody votes. */
  List<String> faultsAtOnce() {
    Patience.until("every stage to have numbers", () -> !shown().contains(null));
    return hall.faults(this::shown);
  }

  private List<Tally> shown() {
    List<Tally> shown = new ArrayList<>();
    for (StageScreen stage : stages) if (stage != null) shown.add(stage.tally());
    return shown;
  }

  /** Ends everything, if that is not done yet. */
  @Override
  public void close() {
    if (closed) return;
    closed = true;
    try {
      if (hall != null) hall.close();
    } finally {
      vertx.close();
      try {
        balancer.close();
      } finally {
        servers.forEach(ServerProcess::close);
      }
    }
  }
}
