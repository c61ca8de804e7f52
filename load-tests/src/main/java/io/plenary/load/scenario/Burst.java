package io.plenary.load.scenario;

import io.plenary.load.Jvm;
import io.plenary.load.report.Names;
import io.plenary.load.report.Sheet;
import io.plenary.load.server.Meter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * "Vote now" in a hall that has voted before. Plenary and its peers stand all the time and work in
 * turn. A round is several bursts: CPU is their sum, everything else their median.
 */
final class Burst implements Scenario {
  private static final int USUAL = 2_000;
  private static final int WARM_PHONES = 2_000;
  private final int phones;
  private final int bursts;
  private final double withinS;

  private Burst(int phones, int bursts, int withinMs) {
    this.phones = phones;
    this.bursts = bursts;
    withinS = withinMs / 1_000.0;
  }

  /** Five in a round, so that three rounds have the fifteen that a p90 needs. */
  static Burst usual(int withinMs) {
    return new Burst(USUAL, 5, withinMs);
  }

  /** The whole house; numbers on the stage only. */
  static Burst great(int withinMs) {
    return new Burst(10_000, 2, withinMs);
  }

  private boolean usual() {
    return phones == USUAL;
  }

  @Override
  public String name() {
    return usual() ? "burst" : "burst-" + phones;
  }

  @Override
  public String about() {
    return phones + " phones vote within 0.2 s: time to the stage, acks, CPU; beside the peers";
  }

  @Override
  public void run(Bench bench) throws Exception {
    int wanted = bench.options().phones(phones, 200);
    Peers.of(bench)
        .standing(
            subject -> {
              Standing.warm(bench, subject, Math.min(wanted, WARM_PHONES));
              subject.seats(wanted);
            },
            subject -> Standing.in(subject, () -> round(bench, subject)));
    List<String> all = new ArrayList<>(bench.lab().jvms.stream().map(Jvm::name).toList());
    all.addAll(List.of(Names.SOCKETIO, Names.BUN));
    for (String who : all) {
      tails(bench.sheet(), who + Names.STAGE);
      tails(bench.sheet(), who);
    }
  }

  /** Where in a beat of a peer the last vote falls is chance, so few bursts say little. */
  private void tails(Sheet sheet, String label) {
    String name = name() + Names.BURST_TAIL + label;
    if (sheet.rounds(name) > 0) sheet.add(name + Names.P90, sheet.percentile(name, 90));
  }

  private void round(Bench bench, Subject subject) throws Exception {
    String who = subject.name();
    Idle idle = Idle.of(bench, subject);
    Foreign.quiet(bench, () -> several(bench, subject, "stage", who + Names.STAGE, idle));
    if (usual()) {
      Foreign.quiet(bench, () -> several(bench, subject, "everyone", who, idle));
    }
  }

  private Foreign.Kept several(
      Bench bench, Subject subject, String results, String label, Idle idle) throws Exception {
    List<Pressed> all = new ArrayList<>();
    int times = bench.options().quick() ? 2 : bursts;
    for (int i = 0; i < times; i++) all.add(Pressed.by(subject, results, withinS));
    for (Pressed one : all) one.recount().run();
    Meter.Reading used = Meter.sum(all.stream().map(Pressed::used).toList());
    bench.profiled(subject, name() + ", results for " + results, used);
    double votes = (double) times * subject.crowd().voters().size();
    return new Foreign.Kept(
        used,
        () -> {
          Sheet sheet = bench.sheet();
          sheet.add(name() + Names.BURST_CPU + label, sum(all, p -> p.server(idle)) / votes);
          sheet.add(
              name() + ": Redis CPU µs per vote, " + label, sum(all, p -> p.redis(idle)) / votes);
          sheet.add(name() + ": swarm CPU µs per vote, " + label, sum(all, Pressed::swarm) / votes);
          sheet.add(name() + Names.BURST_P50 + label, median(all, p -> p.acks().percentile(50)));
          sheet.add(name() + Names.BURST_P99 + label, median(all, p -> p.acks().percentile(99)));
          sheet.add(name() + Names.BURST_LAST + label, median(all, Pressed::lastAckMs));
          sheet.add(name() + Names.BURST_RATE + label, median(all, Pressed::perSecond));
          for (Pressed one : all) sheet.add(name() + Names.BURST_TAIL + label, one.tailMs());
          sheet.add(name() + Names.BURST_BYTES + label, median(all, Pressed::bytesEach));
          sheet.add(name() + ": frames per phone, " + label, median(all, Pressed::framesEach));
        });
  }

  private static double sum(List<Pressed> all, ToDoubleFunction<Pressed> what) {
    return all.stream().mapToDouble(what).sum();
  }

  private static double median(List<Pressed> all, ToDoubleFunction<Pressed> what) {
    double[] sorted = all.stream().mapToDouble(what).sorted().toArray();
    return (sorted[sorted.length / 2] + sorted[(sorted.length - 1) / 2]) / 2;
  }
}
