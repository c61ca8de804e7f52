package io.plenary.e2e;

import io.plenary.protocol.Wire.Tally;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Several packaged servers on one store, a balancer in front of them, a hall that votes through it,
 * and a stage at each. Blocking.
 */
final class Nodes implements AutoCloseable {
  private static final int COUNT = 3;

  /** From the last acknowledgement on, until every screen must be right. */
  private static final long RIGHT_AFTER_MS = 2_000;

  final Hall hall;
  private final Vertx vertx = Vertx.vertx();
  private final List<ServerProcess> servers;
  private final Balancer balancer;
  private final StageScreen[] stages = new StageScreen[COUNT];

  /**
   * @param name of the test: names the logs
   * @param store its address, as in the setting
   * @param copies that confirm what is written
   */
  Nodes(String name, String store, int copies, int phones) {
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
    try {
      List<ServerProcess> others = servers.subList(1, COUNT);
      others.forEach(ServerProcess::launch); // all of them start at once, on an empty store
      hall = new Hall(servers.get(0), balancer.base(), phones, 61);
      others.forEach(ServerProcess::awaitReady);
      for (int i = 0; i < COUNT; i++) look(i);
    } catch (RuntimeException | Error e) {
      end();
      throw e;
    }
  }

  int count() {
    return COUNT;
  }

  /** As kill -9 does. Its stage stays dark until {@link #back}. */
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
   * Everybody stops.
   *
   * @return where a screen is wrong when it must be right; what became right stays so, for every
   *     look counts all votes before it, and the last one is {@link #faultsForGood}
   */
  List<String> faults() {
    hall.pause();
    long must = System.nanoTime() + RIGHT_AFTER_MS * 1_000_000;
    List<String> faults = hall.faults(this::shown);
    while (!faults.isEmpty() && System.nanoTime() < must) {
      Patience.pause(100);
      faults = hall.faults(this::shown);
    }
    return faults;
  }

  /** Where a screen is wrong once nothing can change any more. */
  List<String> faultsForGood() {
    Patience.pause(RIGHT_AFTER_MS);
    return hall.faults(this::shown);
  }

  private List<Tally> shown() {
    return Stream.of(stages).filter(Objects::nonNull).map(StageScreen::tally).toList();
  }

  private void end() {
    vertx.close();
    try {
      balancer.close();
    } finally {
      servers.subList(1, COUNT).forEach(ServerProcess::close); // the first is the hall's
    }
  }

  @Override
  public void close() {
    try {
      hall.close();
    } finally {
      end();
    }
  }
}
