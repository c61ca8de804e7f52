package io.plenary.load.scenario;

import io.plenary.load.phone.Crowd;
import io.plenary.load.phone.Hooks;
import io.plenary.load.phone.Latencies;
import io.plenary.load.phone.Voter;
import java.util.Collection;

/** Every phone changes its mind as soon as it heard that its vote is counted. */
final class ClosedLoop implements Hooks {
  private static final double NEARLY = 0.9;

  final Latencies times = new Latencies();
  private final int perPhone;
  private final long gapNanos;
  private volatile boolean on = true;
  private volatile boolean told;

  /**
   * @param perPhone most votes per second of one phone; 0 for no bound
   */
  private ClosedLoop(int perPhone) {
    this.perPhone = perPhone;
    gapNanos = perPhone == 0 ? 0 : 1_000_000_000L / perPhone;
  }

  /** From now on these vote; times are taken from the end of a run-up on. */
  static ClosedLoop start(Bench bench, Crowd crowd, Collection<Voter> voters, int perPhone)
      throws InterruptedException {
    ClosedLoop loop = new ClosedLoop(perPhone);
    crowd.hooks(loop);
    voters.forEach(v -> v.run(() -> v.vote(System.nanoTime())));
    Thread.sleep(bench.options().quick() ? 300 : 2_000);
    loop.times.on(true);
    return loop;
  }

  void stop() {
    on = false;
  }

  /** Says whether something else than the server was the bound. */
  void notes(Bench bench, double perSecond, int voters) {
    if (perPhone > 0 && perSecond > NEARLY * perPhone * voters) {
      bench
          .sheet()
          .note(
              "saturation: bounded by the "
                  + perPhone
                  + " votes/s that one phone may cast, not by the server: not all it can do");
    }
    if (told) {
      bench
          .sheet()
          .note(
              "saturation: the server's own limit of messages per connection was hit, so this is"
                  + " not all it can do");
    }
  }

  @Override
  public void acked(Voter voter, long seq, long latency) {
    times.acked(voter, seq, latency);
    if (!on) return;
    long wait = voter.lastSent() + gapNanos - System.nanoTime();
    if (gapNanos == 0 || wait <= 0) voter.vote(System.nanoTime());
    else voter.later(wait, this::again);
  }

  private void again(Voter voter) {
    if (on) voter.vote(System.nanoTime());
  }

  @Override
  public void notNow(Voter voter) {
    told = true;
  }
}
