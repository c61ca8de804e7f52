package io.plenary.load.scenario;

import io.plenary.load.phone.Crowd;
import io.plenary.load.phone.Hooks;
import io.plenary.load.phone.Pacer;
import io.plenary.load.report.Names;
import io.plenary.load.server.Meter;

/**
 * Whether a vote in a large hall costs more than in a small one. Everybody votes once within ten
 * seconds.
 */
public final class Growth implements Scenario {
  private static final int SMALL = 500;
  private static final int LARGE = 10_000;

  @Override
  public String name() {
    return "growth";
  }

  @Override
  public String about() {
    return "server CPU per vote and bytes per phone, 10,000 phones against 500";
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
        Foreign.quiet(bench, () -> once(bench, small));
        Foreign.quiet(bench, () -> once(bench, large));
      }
    }
  }

  private static Foreign.Kept once(Bench bench, Hall hall) throws Exception {
    Crowd crowd = hall.crowd();
    int phones = crowd.voters().size();
    crowd.hooks(Hooks.NONE);
    long bytes = crowd.bytes();
    hall.begin("stage");
    Meter meter = Meter.of(hall.pid(), hall.redisPid());
    int seconds = bench.options().seconds(10, 2);
    Pacer.run(crowd.voters(), (double) phones / seconds, phones).join();
    crowd.await(v -> v.acked() >= v.seq(), 30_000);
    Meter.Reading used = meter.read();
    hall.check();
    double perPhone = (double) (crowd.bytes() - bytes) / phones;
    return new Foreign.Kept(
        used,
        () -> {
          bench.sheet().add(Names.GROWTH_CPU + phones, used.cpuOf(0) * 1000 / phones);
          bench.sheet().add(Names.GROWTH_BYTES + phones, perPhone);
        });
  }
}
