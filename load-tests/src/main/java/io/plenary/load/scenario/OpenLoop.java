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
final class OpenLoop implements Scenario {
  private static final int USUAL = 5_000;
  private static final int FIRST_TIMERS_PER_S = 25;
  private final int rate;

  /**
   * @param rate votes per second
   */
  OpenLoop(int rate) {
    this.rate = rate;
  }

  @Override
  public String name() {
    return rate == USUAL ? "votes-open" : "votes-open-" + rate;
  }

  @Override
  public String about() {
    return "open loop, 2,000 phones, "
        + rate
        + " votes/s: ack p50 and p99, vote to stage p99; beside Bun";
  }

  @Override
  public void run(Bench bench) throws Exception {
    int phones = bench.options().phones(2_000, 200);
    Peers.besideBun(bench)
        .standing(
            subject -> {
              subject.fill(phones);
              Warm.up(bench, subject, bench.options().warm(Warm.BEFORE_LOAD_S));
            },
            subject -> Foreign.quiet(bench, () -> measured(bench, subject)));
  }

  private Foreign.Kept measured(Bench bench, Subject subject) throws Exception {
    return subject instanceof Hall hall ? once(bench, hall) : beside(bench, subject);
  }

  private int perSecond(Bench bench) {
    return bench.options().quick() ? Math.min(rate, 500) : rate;
  }

  /** The same votes; how soon a peer's stage has them is in the bursts. */
  private Foreign.Kept beside(Bench bench, Subject bun) throws Exception {
    int seconds = bench.options().seconds(10, 3);
    bun.begin("stage");
    everybody(bun);
    Latencies acks = new Latencies();
    acks.on(true);
    bun.crowd().hooks(acks);
    Meter meter = Meter.of(bun.pid(), bun.redisPid());
    long votes = (long) perSecond(bench) * seconds;
    Pacer.run(bun.crowd().voters(), perSecond(bench), votes).join();
    Meter.Reading used = meter.read();
    bun.check();
    bun.crowd().hooks(Hooks.NONE);
    return new Foreign.Kept(used, () -> keep(bench, bun, acks, votes, used));
  }

  private void keep(Bench bench, Subject subject, Latencies acks, long votes, Meter.Reading used) {
    String of = subject.name() + Names.RATE + perSecond(bench);
    bench.sheet().add(Names.OPEN_P50 + of, acks.percentile(50));
    bench.sheet().add(Names.OPEN_P99 + of, acks.percentile(99));
    bench.sheet().add("open loop: server CPU µs per vote, " + of, 1e6 * used.cpuOf(0) / votes);
    bench.sheet().add("open loop: swarm CPU µs per vote, " + of, 1e6 * used.client() / votes);
    bench
        .sheet()
        .add(
            "open loop: share of the intended votes with a known latency, " + of,
            (double) acks.count() / votes);
  }

  /** Everybody's first vote, so that later only one count grows. */
  private static void everybody(Subject subject) throws InterruptedException {
    Crowd crowd = subject.crowd();
    int phones = crowd.voters().size();
    crowd.hooks(Hooks.NONE);
    Pacer.run(crowd.voters(), phones, phones).join();
    crowd.await(v -> v.seq() <= v.acked(), 30_000);
    subject.screen().await(s -> s.answered() == phones, 10_000);
  }

  private Foreign.Kept once(Bench bench, Hall hall) throws Exception {
    int seconds = bench.options().seconds(10, 3);
    int perSecond = perSecond(bench);
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
      everybody(hall);
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
            keep(bench, hall, acks, (long) perSecond * seconds, used);
            bench
                .sheet()
                .add(Names.OPEN_STAGE + hall.name() + Names.RATE + at, stage.percentile(99));
            bench.sheet().add(Names.OPEN_STEP + hall.name() + Names.RATE + at, step.percentile(90));
            String look = "open loop: look at a tally in Redis, ms, ";
            bench.sheet().add(look + "median, at votes/s " + at + hall.tag(), looks.median());
            bench.sheet().add(look + "longest, at votes/s " + at + hall.tag(), looks.longest());
          });
    }
  }

  /** At the same rate and afterwards, because Redis' own log of them costs the votes time. */
  private static TallyReads looks(Bench bench, Hall hall, int perSecond) throws Exception {
    int seconds = bench.options().seconds(3, 2);
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
