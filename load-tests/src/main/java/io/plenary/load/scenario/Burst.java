package io.plenary.load.scenario;

import io.plenary.load.phone.Crowd;
import io.plenary.load.phone.Hooks;
import io.plenary.load.phone.Pacer;
import io.plenary.load.phone.Voter;
import io.plenary.load.report.Names;
import io.plenary.load.server.Meter;
import io.plenary.load.server.Screen.Shown;
import io.plenary.load.yardstick.NodeServer;
import java.io.IOException;

/**
 * "Vote now": a hall presses within a fifth of a second. Plenary and the yardstick in turn, both
 * alive all the time.
 */
public final class Burst implements Scenario {
  private final double withinS;

  /**
   * @param withinMs all phones press within
   */
  public Burst(int withinMs) {
    withinS = withinMs / 1_000.0;
  }

  @Override
  public String name() {
    return "burst";
  }

  @Override
  public String about() {
    return "2,000 phones vote within 0.2 s: time to the stage, bytes, CPU; beside socket.io +"
        + " ioredis";
  }

  @Override
  public void run(Bench bench) throws Exception {
    int phones = bench.options().phones(2_000, 200);
    try (Hall hall = Hall.open(bench)) {
      hall.fill(phones);
      Warm.up(bench, hall, bench.options().warm());
      NodeServer node =
          bench.options().alone()
              ? null
              : NodeServer.start(bench.lab(), hall.server.data(), bench.sheet()).orElse(null);
      if (node == null) {
        rounds(bench, hall, null);
      } else {
        try (Yardstick yardstick = new Yardstick(bench, node, phones)) {
          Warm.up(bench, yardstick, bench.options().warm());
          rounds(bench, hall, yardstick);
        }
      }
      tails(bench, hall.name());
      tails(bench, hall.name() + Names.STAGE);
    }
  }

  /**
   * The last vote completes a step. Where in a beat it falls is chance, so few bursts say little.
   */
  private static void tails(Bench bench, String label) {
    String name = Names.BURST_TAIL + label;
    bench.sheet().add(name + Names.P90, bench.sheet().percentile(name, 90));
  }

  private void rounds(Bench bench, Hall hall, Yardstick yardstick) throws Exception {
    for (int round = 0; round < bench.options().rounds(); round++) {
      Foreign.quiet(bench, () -> once(bench, hall, "everyone", hall.name()));
      if (yardstick != null) {
        Foreign.quiet(bench, () -> once(bench, yardstick, "everyone", yardstick.name()));
      }
      Foreign.quiet(bench, () -> once(bench, hall, "stage", hall.name() + Names.STAGE));
      if (yardstick != null) {
        Foreign.quiet(bench, () -> once(bench, yardstick, "stage", yardstick.name() + Names.STAGE));
      }
    }
  }

  private Foreign.Kept once(Bench bench, Subject subject, String results, String label)
      throws Exception {
    Crowd crowd = subject.crowd();
    int phones = crowd.voters().size();
    crowd.hooks(Hooks.NONE);
    subject.begin(results);
    Thread.sleep(500); // what opening sends to everybody is over
    long bytes = crowd.bytes();
    long frames = crowd.frames();
    Meter meter = Meter.of(subject.pid(), subject.redisPid());
    long from = System.nanoTime();
    Pacer.run(crowd.voters(), phones / withinS, phones).join();
    Shown complete = subject.screen().await(s -> s.answered() >= phones, 60_000);
    if (complete == null) {
      throw new IOException(label + ": the stage did not show all votes within a minute");
    }
    crowd.await(v -> v.acked() >= v.seq(), 30_000);
    long last = crowd.voters().stream().mapToLong(Voter::lastSent).max().orElse(from);
    Thread.sleep(400); // the last numbers reach everybody
    Meter.Reading used = meter.read();
    double perPhone = (double) (crowd.bytes() - bytes) / phones;
    double framesEach = (double) (crowd.frames() - frames) / phones;
    subject.check();
    return new Foreign.Kept(
        used,
        () -> {
          bench.sheet().add(Names.BURST_RATE + label, phones / ((complete.at() - from) / 1e9));
          bench.sheet().add(Names.BURST_TAIL + label, (complete.at() - last) / 1e6);
          bench.sheet().add(Names.BURST_BYTES + label, perPhone);
          bench.sheet().add("burst: frames per phone, " + label, framesEach);
          bench.sheet().add(Names.BURST_CPU + label, used.cpuOf(0) * 1000 / phones);
          bench
              .sheet()
              .add("burst: Redis CPU per 1,000 votes, s, " + label, used.cpuOf(1) * 1000 / phones);
        });
  }
}
