package io.plenary.load.scenario;

import io.plenary.load.phone.Crowd;
import io.plenary.load.phone.Hooks;
import io.plenary.load.phone.Latencies;
import io.plenary.load.phone.Pacer;
import io.plenary.load.phone.Voter;
import io.plenary.load.report.Names;
import io.plenary.load.server.Meter;
import io.plenary.load.server.Resp;
import io.plenary.load.server.Screen.Shown;
import io.plenary.load.server.TallyReads;
import java.util.ArrayList;
import java.util.List;

/**
 * Votes at a given rate, whatever the server does, timed from when they were meant to be cast. How
 * long a vote takes to the stage is seen by people who vote once: the k-th of them is there when
 * the stage shows k more voters than the others are. They are shown five at a time, so what waits
 * for the server alone is who completes a step.
 */
public final class OpenLoop implements Scenario {
  private static final int FIRST_TIMERS_PER_S = 25;
  private final int rate;

  /**
   * @param rate votes per second
   */
  public OpenLoop(int rate) {
    this.rate = rate;
  }

  @Override
  public String name() {
    return "votes-open";
  }

  @Override
  public String about() {
    return "open loop, 2,000 phones at a given rate: ack p50 and p99, vote to stage p99";
  }

  @Override
  public void run(Bench bench) throws Exception {
    int phones = bench.options().phones(2_000, 200);
    try (Hall hall = Hall.open(bench)) {
      hall.fill(phones);
      Warm.up(bench, hall, bench.options().warm());
      for (int round = 0; round < bench.options().rounds(); round++) {
        Foreign.quiet(bench, () -> once(bench, hall));
      }
    }
  }

  private Foreign.Kept once(Bench bench, Hall hall) throws Exception {
    int seconds = bench.options().seconds(20, 3);
    int perSecond = bench.options().quick() ? Math.min(rate, 500) : rate;
    hall.begin("stage");
    Crowd crowd = hall.crowd();
    int base = crowd.voters().size();
    try (Crowd once =
        new Crowd(
            bench.loops(), hall.server.port(), base, seconds * FIRST_TIMERS_PER_S, hall::phone)) {
      once.joinAll();
      if (!once.await(Voter::live, 30_000)) {
        throw new IllegalStateException("the people who vote once did not get in");
      }
      crowd.hooks(Hooks.NONE);
      Pacer.run(crowd.voters(), base / 1.0, base)
          .join(); // everybody's first vote, so that later only one count grows
      crowd.await(v -> v.seq() <= v.acked(), 30_000);
      hall.screen().await(s -> s.answered() == base, 10_000);

      Latencies acks = new Latencies();
      acks.on(true);
      crowd.hooks(acks);
      Meter meter = Meter.of(hall.pid(), hall.redisPid());
      var many = Pacer.run(crowd.voters(), perSecond, (long) perSecond * seconds);
      long from = System.nanoTime();
      var few = Pacer.run(once.voters(), FIRST_TIMERS_PER_S, once.voters().size());
      many.join();
      few.join();
      Meter.Reading used = meter.read();
      hall.screen().await(s -> s.answered() == base + once.voters().size(), 10_000);
      Latencies stage = new Latencies();
      Latencies step = new Latencies();
      toStage(hall, base, once, from, stage, step);
      crowd.hooks(Hooks.NONE);
      TallyReads looks = looks(bench, hall, perSecond);
      hall.check(List.of(crowd, once));
      String at = String.valueOf(perSecond);
      return new Foreign.Kept(
          used,
          () -> {
            bench.sheet().add(Names.OPEN_P50 + at, acks.percentile(50));
            bench.sheet().add(Names.OPEN_P99 + at, acks.percentile(99));
            bench.sheet().add(Names.OPEN_STAGE + at, stage.percentile(99));
            bench.sheet().add(Names.OPEN_STEP + at, step.percentile(90));
            String look = "open loop: look at a tally in Redis, ms, ";
            bench.sheet().add(look + "median, at votes/s " + at, looks.median());
            bench.sheet().add(look + "longest, at votes/s " + at, looks.longest());
            bench
                .sheet()
                .add(
                    "open loop: share of the intended votes with a known latency, at votes/s " + at,
                    (double) acks.count() / ((long) perSecond * seconds));
          });
    }
  }

  /** At the same rate and afterwards, because Redis' own log of them costs the votes time. */
  private static TallyReads looks(Bench bench, Hall hall, int perSecond) throws Exception {
    int seconds = bench.options().seconds(5, 2);
    var votes = Pacer.run(hall.crowd().voters(), perSecond, (long) perSecond * (seconds + 1));
    try (Resp redis = hall.server.redis()) {
      TallyReads looks = TallyReads.within(redis, seconds);
      votes.join();
      hall.crowd().await(v -> v.seq() <= v.acked(), 30_000);
      return looks;
    }
  }

  /**
   * They vote in the order of their turns on each loop, at times known before; sorted, the k-th
   * time belongs to the k-th new voter. Who is the last of those that are shown at once completed a
   * step; the others waited for it.
   */
  private static void toStage(
      Hall hall, int base, Crowd once, long from, Latencies all, Latencies completing) {
    List<Long> sent = new ArrayList<>();
    once.voters().forEach(v -> sent.add(v.firstIntended()));
    sent.sort(Long::compare);
    int k = 0;
    for (Shown shown : hall.screen().all()) {
      if (shown.at() < from || shown.answered() <= base + k) continue;
      for (; k < sent.size() && shown.answered() >= base + k + 1; k++) {
        all.record(shown.at() - sent.get(k));
      }
      completing.record(shown.at() - sent.get(k - 1));
    }
  }
}
