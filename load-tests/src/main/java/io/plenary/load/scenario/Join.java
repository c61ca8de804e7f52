package io.plenary.load.scenario;

import io.plenary.load.phone.Crowd;
import io.plenary.load.phone.Voter;
import io.plenary.load.report.Names;
import io.plenary.load.server.Meter;
import io.plenary.load.server.Resp;
import java.io.IOException;

/**
 * A whole hall at once: on a server that has just started, and on a warm one; as new people, and as
 * people who come back.
 */
public final class Join implements Scenario {
  private static final long WITHIN_MS = 120_000;

  /** A server warms itself up in its first seconds; cold is one that no phone has come to. */
  private static final long SETTLED_MS = 15_000;

  @Override
  public String name() {
    return "join";
  }

  @Override
  public String about() {
    return "N phones join at once, cold and warm, for the first time and with the token they have";
  }

  @Override
  public void run(Bench bench) throws IOException, InterruptedException {
    int phones = bench.options().phones(10_000, 300);
    for (int round = 0; round < bench.options().rounds(); round++) {
      try (Hall hall = Hall.open(bench)) {
        if (!bench.options().quick()) Thread.sleep(SETTLED_MS);
        measure(bench, hall, phones, Names.COLD);
        Warm.up(bench, hall, bench.options().warm());
        hall.crowd().close();
        measure(bench, hall, phones, Names.WARM_NEW);
        back(bench, hall, phones);
      }
    }
  }

  private static void measure(Bench bench, Hall hall, int phones, String how)
      throws IOException, InterruptedException {
    time(bench, hall, hall.seats(phones), how);
  }

  /** The same phones lose their connections and come back, all at once. */
  private static void back(Bench bench, Hall hall, int phones)
      throws IOException, InterruptedException {
    Crowd crowd = hall.crowd();
    crowd.close();
    Thread.sleep(500);
    time(bench, hall, crowd.again(), Names.WARM);
  }

  private static void time(Bench bench, Hall hall, Crowd crowd, String how)
      throws IOException, InterruptedException {
    try (Resp redis = hall.server.redis()) {
      long calls = redis.calls();
      Meter meter = Meter.of(hall.pid(), hall.redisPid());
      long from = System.nanoTime();
      crowd.joinAll();
      if (!crowd.await(Voter::live, WITHIN_MS)) {
        bench
            .sheet()
            .fault(
                "join, "
                    + how
                    + ": only "
                    + crowd.here()
                    + " of "
                    + crowd.voters().size()
                    + " joined: "
                    + crowd.oddities());
      }
      double seconds = (System.nanoTime() - from) / 1e9;
      bench.sheet().add(Names.JOIN + how, seconds);
      long during = redis.calls() - calls;
      bench.sheet().add(Names.JOIN_CALLS + how, (double) during / crowd.voters().size());
      Foreign.note(bench, meter.read());
    }
  }
}
