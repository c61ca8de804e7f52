package io.plenary.load.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.plenary.load.kinds.BallotKind.Size;
import io.plenary.load.phone.Crowd;
import io.plenary.load.phone.Hooks;
import io.plenary.load.phone.Latencies;
import io.plenary.load.phone.Pacer;
import io.plenary.load.phone.Voter;
import io.plenary.load.server.Nodes;
import io.plenary.load.server.PlenaryServer;
import io.plenary.load.server.Program;
import io.plenary.load.server.RedisServer;
import io.plenary.load.server.Screen;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Three servers under a great hall are stopped and started again, one after the other. */
class RollingRestart implements Scenario {
  private static final int PHONES = 10_000;
  private static final int QUICK_PHONES = 300;
  private static final long ANSWER_WITHIN_MS = 3_000;
  private static final long SETTLE_MS = 60_000;

  /** About as long as it takes: nobody votes twice, so that no vote hides a lost one. */
  private static final double EACH_VOTES_EVERY_S = 120;

  private static final double BACK_WITHIN_S = 15;
  private static final double MOST = 99;

  /** Between a server that is ready again and the next that is stopped: rolling-restart.sh. */
  private static final long PAUSE_MS = 10_000;

  /** What servers begin as. */
  Program before(Bench bench) throws IOException, InterruptedException {
    return after(bench);
  }

  /** What they are started again as. */
  Program after(Bench bench) throws IOException {
    return Program.of(bench.lab().jar);
  }

  /**
   * One more was started again; people vote.
   *
   * @param again ports of those that were
   * @param left how many were not yet
   */
  void restarted(Bench bench, Hall hall, List<Integer> again, int left)
      throws IOException, InterruptedException {}

  /** All were, and what people voted on is recounted. */
  void recounted(Bench bench, Hall hall, Stages stages) throws IOException, InterruptedException {}

  @Override
  public String name() {
    return "rolling-restart";
  }

  @Override
  public String about() {
    return "10,000 phones at three servers on one Redis, which are restarted one after the other:"
        + " 99 % of the sockets are back within 15 s, nobody reads an error, no vote is lost";
  }

  @Override
  public final void run(Bench bench) throws IOException, InterruptedException {
    int phones = bench.options().phones(PHONES, QUICK_PHONES);
    Program before = before(bench);
    Program after = after(bench);
    try (RedisServer redis =
        new RedisServer(bench.lab(), RedisServer.embedded(bench.lab()), "always").start()) {
      Nodes nodes = NodesKilled.on(bench, redis, NodesKilled.NODES);
      nodes.all().forEach(node -> node.program(before));
      try (Hall hall = Hall.across(bench, nodes)) {
        AtomicInteger away = new AtomicInteger();
        Crowd crowd =
            hall.seats(phones, (n, c, loop) -> new Listening(n, c, loop, hall.shared(n), away));
        hall.fill();
        Back back = new Back();
        crowd.hooks(back);
        crowd.comeBackAsPages(ANSWER_WITHIN_MS);
        hall.poll(Size.MANY, "stage");
        try (Stages stages = new Stages(hall.room, nodes.ports())) {
          Pacer votes = Pacer.endless(crowd.voters(), phones / EACH_VOTES_EVERY_S);
          List<Integer> ports = nodes.ports();
          for (int i = 0; i < ports.size(); i++) {
            Thread.sleep(PAUSE_MS);
            restart(bench, crowd, nodes.all().get(i), after);
            stages.again();
            restarted(bench, hall, ports.subList(0, i + 1), ports.size() - i - 1);
          }
          votes.stop();
          recount(bench, hall, stages);
          recounted(bench, hall, stages);
        }
        figures(bench, crowd, back, away.get());
      }
    }
  }

  private void restart(Bench bench, Crowd crowd, PlenaryServer node, Program after)
      throws IOException, InterruptedException {
    long struck = crowd.voters().stream().filter(v -> v.door() == node.port()).count();
    long at = System.nanoTime();
    node.stop();
    add(bench, "s until a server has ended", (System.nanoTime() - at) / 1e9);
    node.program(after);
    node.start();
    add(bench, "s until it is ready again", (System.nanoTime() - at) / 1e9);
    add(bench, "phones at it", struck);
    if (!crowd.await(Voter::live, SETTLE_MS)) {
      String here = crowd.here() + " of " + crowd.voters().size();
      bench.sheet().fault(name() + ": only " + here + " phones are back after 60 s");
    }
    add(bench, "s until all are live", (System.nanoTime() - at) / 1e9);
  }

  private void recount(Bench bench, Hall hall, Stages stages)
      throws IOException, InterruptedException {
    hall.crowd().await(v -> v.seq() <= v.acked(), SETTLE_MS);
    Thread.sleep(Stages.RIGHT_AFTER_MS);
    List<Screen.Shown> shown = stages.shown();
    Recounts recounts = new Recounts(name());
    recounts.add(hall.check(List.of(hall.crowd())));
    recounts.sum(bench.sheet(), hall.crowd(), false);
    String poll = hall.poll().id();
    JsonNode results = hall.room.results(poll);
    for (String fault : Stages.faults(shown, poll, results)) bench.sheet().fault(fault);
  }

  private void figures(Bench bench, Crowd crowd, Back back, int away) {
    double most = back.away.percentile(MOST) / 1_000;
    add(bench, "s away, p50", back.away.percentile(50) / 1_000);
    add(bench, "s away, p99", most);
    add(bench, "s away, longest", back.away.percentile(100) / 1_000);
    add(bench, "times a phone came back", back.away.count());
    if (most > BACK_WITHIN_S) {
      bench.sheet().fault(name() + ": p99 of being away is %.1f s".formatted(most));
    }
    long errors = errors(crowd.oddities()) + away;
    add(bench, "errors that a person reads", errors);
    if (errors > 0) bench.sheet().fault(name() + ": people read " + errors + " errors");
  }

  /**
   * How much of what phones met a page would show to a person. A connection that is lost or not
   * made, a server that is starting or stopping and says so (503), and an answer to try again are
   * mended by the page itself.
   */
  static long errors(Map<String, Long> met) {
    return met.entrySet().stream()
        .filter(
            one ->
                !one.getKey().equals("overtaken by a newer vote")
                    && !one.getKey().startsWith("connection lost")
                    && !one.getKey().equals("HTTP 503")
                    && !one.getKey().equals("error tryAgain")
                    && !one.getKey().equals("error busy"))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  final void add(Bench bench, String figure, double value) {
    bench.sheet().add(name() + ": " + figure, value);
  }

  private static final class Back implements Hooks {
    final Latencies away = new Latencies();

    @Override
    public void live(Voter voter, long nanos) {
      if (nanos > 0) away.record(nanos);
    }
  }
}
