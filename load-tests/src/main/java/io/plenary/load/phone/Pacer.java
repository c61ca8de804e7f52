package io.plenary.load.phone;

import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Votes, or says something else, at a rate that does not slow down when the server does: every vote
 * has its time before the run begins (open loop).
 */
public final class Pacer {
  /** What somebody does when it is their turn. On the phone's event loop. */
  public interface Act {
    /**
     * @param due when it was meant to happen, {@link System#nanoTime()}
     */
    void by(Voter voter, long due);
  }

  private final List<? extends Voter> voters;
  private final Act act;
  private final double everyNanos;
  private final long start;
  private final long last;
  private final CompletableFuture<Void> done = new CompletableFuture<>();
  private volatile boolean stopped;
  private long fired;
  private int round;

  private Pacer(List<? extends Voter> voters, Act act, double everyNanos, long start, long last) {
    this.voters = voters;
    this.act = act;
    this.everyNanos = everyNanos;
    this.start = start;
    this.last = last;
  }

  /**
   * The voters vote in turn, {@code rate} of them per second in all, from now on.
   *
   * @return completes when the last has sent its vote
   */
  public static CompletableFuture<Void> run(List<Voter> voters, double rate, long votes) {
    return run(voters, Voter::vote, rate, votes);
  }

  /** The same with something else than a vote. */
  public static CompletableFuture<Void> run(List<Voter> voters, Act act, double rate, long times) {
    Map<EventLoop, List<Voter>> byLoop = new LinkedHashMap<>();
    voters.forEach(v -> byLoop.computeIfAbsent(v.loop, k -> new ArrayList<>()).add(v));
    long start = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(5);
    List<CompletableFuture<Void>> all = new ArrayList<>();
    byLoop.forEach(
        (loop, own) -> {
          double share = own.size() / (double) voters.size();
          Pacer pacer = new Pacer(own, act, 1e9 / (rate * share), start, Math.round(times * share));
          all.add(pacer.done);
          loop.execute(() -> pacer.next(loop));
        });
    return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
  }

  /** The same until {@link #stop}. */
  public static Pacer endless(List<Voter> voters, double rate) {
    return endless(voters, Voter::vote, rate);
  }

  public static Pacer endless(List<? extends Voter> voters, Act act, double rate) {
    Pacer all = new Pacer(voters, act, 1e9 / rate, System.nanoTime(), Long.MAX_VALUE);
    voters.get(0).loop.execute(() -> all.next(voters.get(0).loop));
    return all;
  }

  /** Nobody votes any more when this returns. */
  public void stop() {
    stopped = true;
    done.join();
    voters.stream()
        .map(v -> v.loop)
        .distinct()
        .forEach(loop -> loop.submit(() -> {}).awaitUninterruptibly());
  }

  private void next(EventLoop loop) {
    while (fired < last && !stopped) {
      long due = start + (long) (fired * everyNanos);
      long wait = due - System.nanoTime();
      if (wait > 0) {
        loop.schedule(() -> next(loop), wait, TimeUnit.NANOSECONDS);
        return;
      }
      Voter voter = voters.get(round);
      if (voter.loop == loop) act.by(voter, due);
      else voter.loop.execute(() -> act.by(voter, due));
      round = (round + 1) % voters.size();
      fired++;
    }
    done.complete(null);
  }
}
