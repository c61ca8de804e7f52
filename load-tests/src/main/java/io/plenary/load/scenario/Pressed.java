package io.plenary.load.scenario;

import io.plenary.load.phone.Crowd;
import io.plenary.load.phone.Hooks;
import io.plenary.load.phone.Latencies;
import io.plenary.load.phone.Pacer;
import io.plenary.load.phone.Voter;
import io.plenary.load.server.Meter;
import io.plenary.load.server.Proc;
import io.plenary.load.server.Screen.Shown;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * "Vote now": what came of it when all phones of a hall pressed within a moment.
 *
 * @param perSecond votes until the stage showed all of them
 * @param tailMs from the last vote, which completes a step, to the stage
 * @param lastAckMs from the first vote that was meant to be cast to the last acknowledgement
 * @param jit seconds of the server's CPU in its just-in-time compilers
 */
record Pressed(
    double perSecond,
    double tailMs,
    Latencies acks,
    double lastAckMs,
    double bytesEach,
    double framesEach,
    Meter.Reading used,
    double jit,
    Subject.Recount recount) {
  private static final long COMPLETE_MS = 60_000;
  private static final int SERVER = 0;
  private static final int REDIS = 1;

  /** What opening a poll sends to everybody is over. */
  private static final long OPENED_MS = 500;

  /** So long at least a burst is watched, so that what follows it is counted for everybody. */
  private static final long WATCHED_MS = 1_500;

  /** The last numbers reach everybody. */
  private static final long SETTLE_MS = 400;

  /** A new poll, and everybody votes on it. */
  static Pressed by(Subject subject, String results, double withinS)
      throws IOException, InterruptedException {
    subject.begin(results);
    Thread.sleep(OPENED_MS);
    return by(subject, withinS, WATCHED_MS);
  }

  /**
   * On the poll that is open.
   *
   * @param watchedMs from the first vote on, at least
   */
  static Pressed by(Subject subject, double withinS, long watchedMs)
      throws IOException, InterruptedException {
    Crowd crowd = subject.crowd();
    int phones = crowd.voters().size();
    Latencies acks = new Latencies();
    acks.on(true);
    Last last = new Last(acks);
    crowd.hooks(last);
    long bytes = crowd.bytes();
    long frames = crowd.frames();
    double jit = Proc.jit(subject.pid());
    Meter meter = Meter.of(subject.pid(), subject.redisPid());
    long from = System.nanoTime();
    Pacer.run(crowd.voters(), phones / withinS, phones).join();
    Shown complete = subject.screen().await(s -> s.answered() >= phones, COMPLETE_MS);
    if (complete == null) {
      throw new IOException(subject.name() + ": the stage did not show all votes within a minute");
    }
    crowd.await(v -> v.acked() >= v.seq(), COMPLETE_MS);
    long sent = crowd.voters().stream().mapToLong(Voter::lastSent).max().orElse(from);
    long watched = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from);
    Thread.sleep(Math.max(SETTLE_MS, watchedMs - watched));
    Meter.Reading used = meter.read();
    double compiled = Proc.jit(subject.pid()) - jit;
    crowd.hooks(Hooks.NONE);
    return new Pressed(
        phones / ((complete.at() - from) / 1e9),
        (complete.at() - sent) / 1e6,
        acks,
        (last.at - from) / 1e6,
        (double) (crowd.bytes() - bytes) / phones,
        (double) (crowd.frames() - frames) / phones,
        used,
        compiled,
        subject.end());
  }

  /** CPU of the server, in microseconds, without what it needs anyway. */
  double server(Idle idle) {
    return 1e6 * (used.cpuOf(SERVER) - idle.server() * used.seconds());
  }

  /** What of it its just-in-time compilers took, less what they take anyway. */
  double jit(Idle idle) {
    return 1e6 * (jit - idle.jit() * used.seconds());
  }

  double redis(Idle idle) {
    return 1e6 * (used.cpuOf(REDIS) - idle.redis() * used.seconds());
  }

  double swarm() {
    return 1e6 * used.client();
  }

  /** Notes when the newest acknowledgement came; written by several event loops. */
  private static final class Last implements Hooks {
    private final Latencies acks;
    private volatile long at;

    Last(Latencies acks) {
      this.acks = acks;
    }

    @Override
    public void acked(Voter voter, long seq, long latency) {
      acks.acked(voter, seq, latency);
      at = System.nanoTime();
    }
  }
}
