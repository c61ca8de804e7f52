package io.plenary.load.scenario;

import io.plenary.load.phone.Crowd;
import io.plenary.load.phone.Hooks;
import io.plenary.load.phone.Pacer;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * A compiler needs to see some of everything first: votes, results to everyone, joins and leaves.
 */
final class Warm {
  /** Seconds that are enough where a steady load follows, which warms up itself. */
  static final int BEFORE_LOAD_S = 10;

  private static final int MOVING = 200;
  private static final double SHARE = 4;

  private Warm() {}

  static void up(Bench bench, Subject subject, int seconds)
      throws IOException, InterruptedException {
    if (seconds == 0) return;
    bench.say("warming " + subject.name() + " up for " + seconds + " s");
    subject.begin("everyone");
    Crowd crowd = subject.crowd();
    crowd.hooks(Hooks.NONE);
    double rate = Math.min(5_000, crowd.voters().size() * SHARE);
    var votes = Pacer.run(crowd.voters(), rate, (long) (rate * seconds));
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    int next = 0;
    while (System.nanoTime() < until) {
      next = move(crowd, next);
      Thread.sleep(200);
    }
    votes.join();
    crowd.await(v -> v.live() && v.seq() <= v.acked(), 60_000);
    subject.check();
  }

  /** Some leave and join again. Whose vote was under way sends it again. */
  private static int move(Crowd crowd, int from) {
    int n = Math.min(MOVING, crowd.voters().size() / 10);
    var some = crowd.voters().subList(from, Math.min(from + n, crowd.voters().size()));
    crowd.bounce(some);
    return from + n >= crowd.voters().size() ? 0 : from + n;
  }
}
