package io.plenary.load.scenario;

import io.plenary.load.phone.Crowd;
import io.plenary.load.report.Names;
import io.plenary.load.server.Meter;
import io.plenary.load.server.Resp;

/** The Wi-Fi was gone: everybody comes back at once, with the token they have. */
final class Herd implements Scenario {
  private static final int PHONES = 10_000;
  private static final int WARM_PHONES = 2_000;

  /** What the lost connections leave behind is cleared away. */
  private static final long GONE_MS = 2_000;

  @Override
  public String name() {
    return "herd";
  }

  @Override
  public String about() {
    return "10,000 phones come back at once with their tokens; beside the peers";
  }

  @Override
  public void run(Bench bench) throws Exception {
    Peers.of(bench)
        .standing(
            subject -> {
              Standing.warm(bench, subject, bench.options().phones(WARM_PHONES, 100));
              subject.fill(bench.options().phones(PHONES, 300));
              subject.crowd().close();
            },
            subject -> Foreign.quiet(bench, () -> once(bench, subject)));
  }

  private Foreign.Kept once(Bench bench, Subject subject) throws Exception {
    Crowd crowd = subject.crowd();
    Thread.sleep(GONE_MS);
    long calls = calls(subject);
    Arrival arrival = Arrival.of(subject, crowd.again());
    double each = (double) (calls(subject) - calls) / crowd.voters().size();
    Idle idle = Idle.of(bench, subject);
    crowd.close();
    Meter.Reading used = arrival.used();
    bench.profiled(subject, name(), used);
    return new Foreign.Kept(
        used,
        () -> {
          arrival.keep(bench.sheet(), Names.HERD, subject.name(), idle);
          if (subject instanceof Hall hall) {
            bench.sheet().add(Names.on(Names.HERD_CALLS, hall.tag()), each);
          }
        });
  }

  /** To Plenary's Redis so far. */
  private static long calls(Subject subject) throws Exception {
    if (!(subject instanceof Hall hall)) return 0;
    try (Resp redis = hall.server.redis()) {
      return redis.calls();
    }
  }
}
