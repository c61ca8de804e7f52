package io.plenary.load.scenario;

import io.plenary.load.phone.Crowd;
import io.plenary.load.report.Names;
import io.plenary.load.report.Sheet;
import io.plenary.load.server.Meter;
import io.plenary.load.server.Resp;
import io.plenary.load.server.TallyReads;
import io.plenary.load.yardstick.RedisBenchmark;
import java.util.Optional;

/** As many votes as the servers take, in one poll where minds change, beside redis-benchmark. */
final class Saturation implements Scenario {
  private static final int USUAL = 1_000;
  private final int phones;
  private final int perPhone;

  /**
   * @param perPhone most votes per second of one phone; 0 for no bound
   */
  Saturation(int phones, int perPhone) {
    this.phones = phones;
    this.perPhone = perPhone;
  }

  private boolean usual() {
    return phones == USUAL;
  }

  @Override
  public String name() {
    return usual() ? "votes-saturation" : "votes-saturation-" + phones;
  }

  @Override
  public String about() {
    return "closed loop, "
        + phones
        + " phones, one changeable poll: votes/s acknowledged, beside the peers and"
        + " redis-benchmark";
  }

  @Override
  public void run(Bench bench) throws Exception {
    int wanted = bench.options().phones(phones, 100);
    Optional<RedisBenchmark> benchmark = Optional.empty();
    if (!bench.options().alone()) {
      benchmark = RedisBenchmark.find(bench.lab(), Peers.data(bench));
      if (benchmark.isEmpty()) bench.sheet().note(RedisBenchmark.MISSING);
    }
    RedisBenchmark beside = benchmark.orElse(null);
    if (usual() && beside != null) ours(bench, beside);
    Peers.of(bench)
        .standing(
            subject -> {
              subject.fill(wanted);
              Warm.up(bench, subject, bench.options().warm(Warm.BEFORE_LOAD_S));
            },
            subject -> {
              Foreign.quiet(bench, () -> once(bench, subject));
              boolean first = subject.name().equals(bench.lab().jvms.get(0).name());
              if (first && !usual() && beside != null) frozen(bench, beside);
            });
  }

  private Foreign.Kept once(Bench bench, Subject subject) throws Exception {
    subject.begin("stage");
    Crowd crowd = subject.crowd();
    ClosedLoop loop = ClosedLoop.start(bench, crowd, crowd.voters(), perPhone);
    long acks = crowd.acks();
    Meter meter = Meter.of(subject.pid(), subject.redisPid());
    Thread.sleep(bench.options().seconds(10, 2) * 1_000L);
    long counted = crowd.acks() - acks;
    Meter.Reading used = meter.read();
    TallyReads looks = looks(bench, subject);
    loop.stop();
    subject.check();
    return new Foreign.Kept(
        used,
        () -> {
          Sheet sheet = bench.sheet();
          String of = subject.name();
          double perS = counted / used.seconds();
          sheet.add(name() + Names.VOTES + of, perS);
          sheet.add(name() + Names.BURST_P50 + of, loop.times.percentile(50));
          sheet.add(name() + Names.BURST_P99 + of, loop.times.percentile(99));
          sheet.add(name() + Names.BURST_CPU + of, 1e6 * used.cpuOf(0) / counted);
          sheet.add(name() + ": Redis CPU µs per vote, " + of, 1e6 * used.cpuOf(1) / counted);
          sheet.add(name() + ": swarm CPU µs per vote, " + of, 1e6 * used.client() / counted);
          if (looks != null) looks(bench, looks, ((Hall) subject).tag());
          loop.notes(bench, perS, crowd.voters().size());
        });
  }

  /** While votes go on; null for peers, which read whole hashes. */
  private static TallyReads looks(Bench bench, Subject subject) throws Exception {
    if (!(subject instanceof Hall hall)) return null;
    try (Resp redis = hall.server.redis()) {
      return TallyReads.within(redis, bench.options().seconds(3, 2));
    }
  }

  private void looks(Bench bench, TallyReads looks, String tag) {
    String look = name() + ": look at a tally in Redis, ms, ";
    bench.sheet().add(look + "median" + tag, looks.median());
    bench.sheet().add(look + "longest" + tag, looks.longest());
  }

  /** Nothing is held against it, so once is enough. */
  private static void ours(Bench bench, RedisBenchmark benchmark) throws Exception {
    int seconds = bench.options().seconds(10, 2);
    bench.sheet().add(Names.P1_OWN, benchmark.votesPerSecond(1, seconds));
    bench.sheet().add(Names.P16_OWN, benchmark.votesPerSecond(16, seconds));
  }

  /** Plenary is held against it, so each round has one. */
  private static void frozen(Bench bench, RedisBenchmark benchmark) throws Exception {
    bench.sheet().add(Names.P1, benchmark.frozen(bench.options().seconds(10, 2)));
  }
}
