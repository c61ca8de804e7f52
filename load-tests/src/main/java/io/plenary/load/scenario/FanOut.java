package io.plenary.load.scenario;

import io.plenary.load.phone.Crowd;
import io.plenary.load.phone.Hooks;
import io.plenary.load.phone.Voter;
import io.plenary.load.report.Names;
import io.plenary.load.server.Meter;
import io.plenary.load.yardstick.BunStage;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The presenter shows a result: from the command until the last phone has the picture, stored and
 * fsynced on the way. Bun publishes as many bytes to as many phones, and stores nothing.
 */
final class FanOut implements Scenario {
  private static final int SHOTS = 10;

  @Override
  public String name() {
    return "fanout";
  }

  @Override
  public String about() {
    return "one result to 10,000 phones: time until the last has it; beside Bun's publish";
  }

  @Override
  public void run(Bench bench) throws Exception {
    int phones = bench.options().phones(10_000, 300);
    int[] bytes = new int[1];
    Peers.besideBun(bench)
        .standing(
            subject -> {
              if (subject instanceof Hall) Standing.warm(bench, subject, phones);
              else subject.seats(phones);
            },
            subject -> in(subject, () -> Foreign.quiet(bench, () -> once(bench, subject, bytes))));
  }

  /** In the first round a Plenary is first, so what it sent is known. */
  private static Foreign.Kept once(Bench bench, Subject subject, int[] bytes) throws Exception {
    if (subject instanceof Hall hall) return plenary(bench, hall, bytes);
    if (subject instanceof Yardstick<?, ?> bun && bun.stage instanceof BunStage stage) {
      return bun(bench, bun, stage, bytes[0]);
    }
    throw new IllegalStateException(subject.name() + " cannot publish");
  }

  /** Great or small, one hall after the other: what is published costs the swarm, too. */
  private static void in(Subject subject, Standing.Work work) throws Exception {
    Standing.in(subject, work);
    subject.crowd().close();
  }

  private static Foreign.Kept plenary(Bench bench, Hall hall, int[] bytes) throws Exception {
    hall.begin("stage");
    Thread.sleep(500);
    long before = hall.crowd().bytes();
    Meter meter = Meter.of(hall.pid());
    Times times = new Times();
    for (int shot = 0; shot < SHOTS; shot++) {
      String results = shot % 2 == 0 ? "everyone" : "stage";
      times.add(hall.crowd(), () -> hall.room.show(hall.poll().id(), results));
    }
    Meter.Reading used = meter.read();
    bytes[0] = (int) ((hall.crowd().bytes() - before) / hall.crowd().voters().size() / SHOTS);
    hall.check();
    int each = bytes[0];
    return new Foreign.Kept(
        used,
        () -> {
          times.keep(bench, hall.name());
          bench.sheet().add(Names.on("fan-out: bytes per picture", hall.tag()), each);
          bench.sheet().add(Names.FANOUT_CPU + hall.name(), used.cpuOf(0) / SHOTS);
        });
  }

  private static Foreign.Kept bun(Bench bench, Subject bun, BunStage stage, int bytes)
      throws Exception {
    Meter meter = Meter.of(bun.pid());
    Times times = new Times();
    for (int shot = 0; shot < SHOTS; shot++) times.add(bun.crowd(), () -> stage.publish(bytes));
    Meter.Reading used = meter.read();
    return new Foreign.Kept(
        used,
        () -> {
          times.keep(bench, Names.BUN);
          bench.sheet().add(Names.FANOUT_CPU + Names.BUN, used.cpuOf(0) / SHOTS);
        });
  }

  private interface Shot {
    long fire() throws Exception;
  }

  private static final class Times {
    private final double[] whole = new double[SHOTS];
    private final double[] spread = new double[SHOTS];
    private int n;

    void add(Crowd crowd, Shot shot) throws Exception {
      Arrivals arrivals = new Arrivals(crowd.voters().size());
      crowd.hooks(arrivals);
      long sent = shot.fire();
      if (!arrivals.all.await(30, TimeUnit.SECONDS)) {
        throw new IOException(arrivals.count + " of " + crowd.voters().size() + " got the picture");
      }
      crowd.hooks(Hooks.NONE);
      whole[n] = (arrivals.last - sent) / 1e6;
      spread[n++] = (arrivals.last - arrivals.first) / 1e6;
      Thread.sleep(150);
    }

    /** The median of the shots is the round's figure. */
    void keep(Bench bench, String who) {
      java.util.Arrays.sort(whole);
      java.util.Arrays.sort(spread);
      bench.sheet().add(Names.FANOUT + who, (whole[n / 2] + whole[(n - 1) / 2]) / 2);
      bench.sheet().add(Names.FANOUT_SPREAD + who, (spread[n / 2] + spread[(n - 1) / 2]) / 2);
    }
  }

  private static final class Arrivals implements Hooks {
    private final int wanted;
    private final AtomicInteger count = new AtomicInteger();
    private final CountDownLatch all = new CountDownLatch(1);
    private volatile long first;
    private volatile long last;

    Arrivals(int wanted) {
      this.wanted = wanted;
    }

    @Override
    public void picture(Voter voter) {
      int n = count.incrementAndGet();
      if (n == 1) first = System.nanoTime();
      if (n != wanted) return;
      last = System.nanoTime();
      all.countDown();
    }
  }
}
