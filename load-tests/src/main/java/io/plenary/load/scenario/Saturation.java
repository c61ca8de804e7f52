package io.plenary.load.scenario;

import io.plenary.load.phone.Crowd;
import io.plenary.load.phone.Hooks;
import io.plenary.load.phone.Latencies;
import io.plenary.load.phone.Voter;
import io.plenary.load.report.Names;
import io.plenary.load.server.Meter;
import io.plenary.load.server.Resp;
import io.plenary.load.server.TallyReads;
import io.plenary.load.yardstick.RedisBenchmark;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/**
 * As many votes as the server takes: every phone changes its mind as soon as it heard that its vote
 * is counted. With several kinds of ballots each round measures one after the other, each with as
 * many phones, while those of the others do nothing.
 */
public final class Saturation implements Scenario {
  private static final double NEARLY = 0.9;
  private final int perPhone;

  /**
   * @param perPhone most votes per second of one phone; 0 for no bound
   */
  public Saturation(int perPhone) {
    this.perPhone = perPhone;
  }

  @Override
  public String name() {
    return "votes-saturation";
  }

  @Override
  public String about() {
    return "closed loop, 1,000 phones, one changeable poll: votes/s acknowledged, beside"
        + " redis-benchmark";
  }

  @Override
  public void run(Bench bench) throws Exception {
    int phones = bench.options().phones(1_000, 100);
    try (Hall hall = Hall.open(bench)) {
      List<Voting> kinds = hall.votings();
      hall.fill(phones * kinds.size());
      Warm.up(bench, hall, bench.options().warm());
      boolean alone = bench.options().alone() || kinds.size() > 1;
      Optional<RedisBenchmark> benchmark =
          alone ? Optional.empty() : RedisBenchmark.find(bench.lab(), hall.server.data());
      if (benchmark.isEmpty() && !alone) bench.sheet().note(RedisBenchmark.MISSING);
      for (int round = 0; round < bench.options().rounds(); round++) {
        double[] rates = new double[kinds.size()];
        for (int i = 0; i < rates.length; i++) {
          int kind = i;
          Foreign.quiet(
              bench, () -> once(bench, hall, kinds.get(kind), rate -> rates[kind] = rate));
          if (i > 0) {
            String ratio = "saturation: votes/s, " + kinds.get(i).name() + " ÷ ";
            bench.sheet().add(ratio + kinds.get(0).name(), rates[i] / rates[0]);
          }
        }
        if (benchmark.isPresent()) benchmark(bench, benchmark.get());
      }
    }
  }

  private Foreign.Kept once(Bench bench, Hall hall, Voting voting, DoubleConsumer rate)
      throws Exception {
    hall.begin(voting, "stage");
    Crowd crowd = hall.crowd();
    List<Voter> voters = hall.voters(voting);
    Loop loop = new Loop(perPhone == 0 ? 0 : 1_000_000_000L / perPhone);
    crowd.hooks(loop);
    voters.forEach(v -> v.run(() -> v.vote(System.nanoTime())));
    Thread.sleep(bench.options().quick() ? 300 : 2_000);
    long acks = crowd.acks();
    Meter meter = Meter.of(hall.pid(), hall.redisPid());
    loop.times.on(true);
    Thread.sleep(bench.options().seconds(15, 2) * 1_000L);
    long counted = crowd.acks() - acks;
    Meter.Reading used = meter.read();
    TallyReads looks;
    try (Resp redis = hall.server.redis()) {
      looks = TallyReads.within(redis, bench.options().seconds(5, 2));
    }
    loop.on = false;
    hall.check(voting);
    String of = hall.votings().size() == 1 ? "" : ", " + voting.name();
    return new Foreign.Kept(
        used,
        () -> {
          double perS = counted / used.seconds();
          rate.accept(perS);
          bench.sheet().add(Names.VOTES + of, perS);
          bench.sheet().add("saturation: ack p50, ms" + of, loop.times.percentile(50));
          bench.sheet().add("saturation: ack p99, ms" + of, loop.times.percentile(99));
          double server = used.cpuOf(0) * 1000 / counted;
          bench.sheet().add("saturation: server CPU per 1,000 votes, s" + of, server);
          double redis = used.cpuOf(1) * 1000 / counted;
          bench.sheet().add("saturation: Redis CPU per 1,000 votes, s" + of, redis);
          String look = "saturation: look at a tally in Redis, ms, ";
          bench.sheet().add(look + "median" + of, looks.median());
          bench.sheet().add(look + "longest" + of, looks.longest());
          if (perPhone > 0 && perS > NEARLY * perPhone * voters.size()) {
            bench
                .sheet()
                .note(
                    "saturation: bounded by the "
                        + perPhone
                        + " votes/s that one phone may cast, not by the server: not all it can do");
          }
          if (loop.told) {
            bench
                .sheet()
                .note(
                    "saturation: the server's own limit of messages per connection was hit, so this"
                        + " is not all it can do");
          }
        });
  }

  private static void benchmark(Bench bench, RedisBenchmark benchmark) throws Exception {
    int seconds = bench.options().seconds(15, 2);
    bench.sheet().add(Names.P1, benchmark.votesPerSecond(1, seconds));
    bench.sheet().add(Names.P16, benchmark.votesPerSecond(16, seconds));
  }

  private static final class Loop implements Hooks {
    final Latencies times = new Latencies();
    private final long gapNanos;
    volatile boolean on = true;
    volatile boolean told;

    Loop(long gapNanos) {
      this.gapNanos = gapNanos;
    }

    @Override
    public void acked(Voter voter, long seq, long latency) {
      times.acked(voter, seq, latency);
      if (!on) return;
      long wait = voter.lastSent() + gapNanos - System.nanoTime();
      if (gapNanos == 0 || wait <= 0) voter.vote(System.nanoTime());
      else voter.later(wait, this::again);
    }

    private void again(Voter voter) {
      if (on) voter.vote(System.nanoTime());
    }

    @Override
    public void notNow(Voter voter) {
      told = true;
    }
  }
}
