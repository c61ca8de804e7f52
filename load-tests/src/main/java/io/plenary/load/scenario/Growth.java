package io.plenary.load.scenario;

import io.plenary.load.phone.Crowd;
import io.plenary.load.phone.Hooks;
import io.plenary.load.phone.Pacer;
import io.plenary.load.report.Names;
import io.plenary.load.server.Meter;
import java.util.List;

/**
 * Whether a vote in a large hall costs more than in a small one, where each phone votes as often in
 * both and what a hall costs without votes is taken off.
 */
final class Growth implements Scenario {
  private static final int SMALL = 1_000;
  private static final int LARGE = 10_000;

  /** Each phone votes once in so many seconds. */
  private static final int EVERY_S = 10;

  @Override
  public String name() {
    return "growth";
  }

  @Override
  public String about() {
    return "server CPU per vote and bytes per phone, 10,000 phones against 1,000 at equal rates";
  }

  @Override
  public void run(Bench bench) throws Exception {
    try (Hall small = Hall.open(bench);
        Hall large = Hall.open(bench)) {
      small.fill(bench.options().quick() ? 50 : SMALL);
      large.fill(bench.options().phones(LARGE, 300));
      Warm.up(bench, small, bench.options().warm());
      Warm.up(bench, large, bench.options().warm());
      for (int round = 0; round < bench.options().rounds(); round++) {
        for (Hall hall : Peers.turning(List.of(small, large), round)) {
          Foreign.quiet(bench, () -> once(bench, hall));
        }
      }
    }
  }

  private static Foreign.Kept once(Bench bench, Hall hall) throws Exception {
    Crowd crowd = hall.crowd();
    int phones = crowd.voters().size();
    crowd.hooks(Hooks.NONE);
    hall.begin("stage");
    Idle idle = Idle.of(bench, hall);
    long bytes = crowd.bytes();
    Meter meter = Meter.of(hall.pid(), hall.redisPid());
    int seconds = bench.options().seconds(20, 2);
    double rate = (double) phones / EVERY_S;
    long votes = Math.round(rate * seconds);
    Pacer.run(crowd.voters(), rate, votes).join();
    crowd.await(v -> v.acked() >= v.seq(), 30_000);
    Meter.Reading used = meter.read();
    double perPhone = (double) (crowd.bytes() - bytes) / phones;
    hall.check();
    String of = Names.PHONES + phones;
    double cpu = 1e6 * (used.cpuOf(0) - idle.server() * used.seconds()) / votes;
    return new Foreign.Kept(
        used,
        () -> {
          bench.sheet().add(Names.GROWTH_CPU + of, cpu);
          bench.sheet().add(Names.GROWTH_BYTES + of, perPhone);
        });
  }
}
