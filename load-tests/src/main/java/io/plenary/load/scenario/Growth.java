package io.plenary.load.scenario;

import io.plenary.load.Jvm;
import io.plenary.load.phone.Crowd;
import io.plenary.load.phone.Hooks;
import io.plenary.load.phone.Pacer;
import io.plenary.load.report.Names;
import io.plenary.load.server.Meter;
import java.util.ArrayList;
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

  /** What those who came leave to be done is done. */
  private static final long RESTED_MS = 5_000;

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
    int few = bench.options().quick() ? 50 : SMALL;
    int many = bench.options().phones(LARGE, 300);
    List<Jvm> jvms = bench.lab().jvms;
    boolean apart = jvms.size() > 1;
    List<Hall> all = new ArrayList<>();
    try {
      for (Jvm jvm : jvms) {
        all.add(open(bench, jvm, few));
        all.add(open(bench, jvm, many));
        if (apart) all.get(all.size() - 1).crowd().close();
      }
      for (int round = 0; round < bench.options().rounds(); round++) {
        for (Hall hall : Peers.turning(all, round)) {
          bench.round(round, hall.name() + ", " + hall.crowd().voters().size() + " phones");
          if (apart) apart(bench, hall);
          else Foreign.quiet(bench, () -> once(bench, hall));
        }
      }
    } finally {
      for (Hall hall : all) hall.close();
    }
  }

  private static Hall open(Bench bench, Jvm jvm, int phones) throws Exception {
    Hall hall = Hall.open(bench, jvm, bench.options().kinds());
    try {
      hall.fill(phones);
      Warm.up(bench, hall, bench.options().warm());
      return hall;
    } catch (Exception e) {
      hall.close();
      throw e;
    }
  }

  /** Two large halls have more phones than a process may have files open. */
  private static void apart(Bench bench, Hall hall) throws Exception {
    Standing.in(
        hall,
        () -> {
          if (!bench.options().quick()) Thread.sleep(RESTED_MS);
          Foreign.quiet(bench, () -> once(bench, hall));
        });
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
    String of = Names.PHONES + phones + hall.tag();
    double cpu = 1e6 * (used.cpuOf(0) - idle.server() * used.seconds()) / votes;
    return new Foreign.Kept(
        used,
        () -> {
          bench.sheet().add(Names.GROWTH_CPU + of, cpu);
          bench.sheet().add(Names.GROWTH_BYTES + of, perPhone);
        });
  }
}
