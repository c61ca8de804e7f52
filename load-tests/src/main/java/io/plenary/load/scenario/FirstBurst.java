package io.plenary.load.scenario;

import io.plenary.load.report.Names;
import io.plenary.load.report.Sheet;
import io.plenary.load.server.Proc;
import java.util.concurrent.TimeUnit;

/**
 * The first hall of the day: a server that was just started, phones that come, and the first vote
 * of its life. Each round starts every peer anew.
 */
final class FirstBurst implements Scenario {
  private static final int PHONES = 2_000;
  private static final long OLD_MS = 14_000;

  /** When people come in; the server has its start behind it. */
  private static final long COME_MS = 9_000;

  /** Until a server that has something to compile is at rest again. */
  private static final long RESTED_MS = 6_000;

  /** A cold server goes on compiling when all is answered: that is of the burst, too. */
  private static final long WATCHED_MS = 4_000;

  private static final long LATE_MS = 1_000;

  private final double withinS;

  FirstBurst(int withinMs) {
    withinS = withinMs / 1_000.0;
  }

  @Override
  public String name() {
    return "first-burst";
  }

  @Override
  public String about() {
    return "a fresh server, 14 s after its start: 2,000 phones vote within 0.2 s; beside the peers";
  }

  @Override
  public void run(Bench bench) throws Exception {
    Peers peers = Peers.of(bench);
    Practice.of(bench);
    peers.measured(subject -> once(bench, subject));
  }

  private Foreign.Kept once(Bench bench, Subject subject) throws Exception {
    int phones = bench.options().phones(PHONES, 200);
    double hurry = bench.options().quick() ? 0.1 : 1;
    age(bench, subject, COME_MS * hurry);
    subject.fill(phones);
    subject.begin("stage");
    age(bench, subject, OLD_MS * hurry);
    double before = Proc.cpu(subject.pid());
    Pressed pressed = Pressed.by(subject, withinS, WATCHED_MS);
    if (!bench.options().quick()) Thread.sleep(RESTED_MS);
    Idle idle = Idle.of(bench, subject);
    pressed.recount().run();
    bench.profiled(subject, name(), pressed.used());
    return new Foreign.Kept(
        pressed.used(),
        () -> {
          Sheet sheet = bench.sheet();
          String who = subject.name();
          sheet.add(Names.FIRST_CPU + who, pressed.server(idle) / phones);
          sheet.add(Names.FIRST_JIT + who, pressed.jit(idle) / phones);
          sheet.add("first burst: Redis CPU µs per vote, " + who, pressed.redis(idle) / phones);
          sheet.add("first burst: swarm CPU µs per vote, " + who, pressed.swarm() / phones);
          sheet.add("first burst: ack p50, ms, " + who, pressed.acks().percentile(50));
          sheet.add(Names.FIRST_P99 + who, pressed.acks().percentile(99));
          sheet.add("first burst: votes/s to the stage, " + who, pressed.perSecond());
          sheet.add(Names.FIRST_BEFORE + who, before);
        });
  }

  /** Returns when its process is so old; says so when it is older already. */
  static void age(Bench bench, Subject subject, double ms) throws InterruptedException {
    long started =
        ProcessHandle.of(subject.pid())
            .flatMap(p -> p.info().startInstant())
            .orElseThrow()
            .toEpochMilli();
    long left = (long) (started + ms - System.currentTimeMillis());
    if (left < -LATE_MS && !bench.options().quick()) {
      bench
          .sheet()
          .note(subject.name() + " was older than a fresh server should be, once at least");
    }
    TimeUnit.MILLISECONDS.sleep(left);
  }
}
