package io.plenary.load.scenario;

import io.plenary.load.kinds.BallotKind.Size;
import io.plenary.load.phone.Crowd;
import io.plenary.load.phone.Pacer;
import io.plenary.load.server.Truth;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * One failure under load, and the proof after it: phones vote and change their minds, something
 * dies, it comes back, whatever waits is sent again, and every single ballot is compared. Nobody
 * votes anew after the blow, and each has a round of the poll for itself: a lost vote would be
 * hidden by the next vote of the same phone.
 */
final class Outage {
  /** What dies, and how it comes back. */
  interface Blow {
    void kill() throws IOException, InterruptedException;

    /** Returns when votes are taken again. */
    void restore() throws IOException, InterruptedException;
  }

  private static final double READY_WITHIN_S = 5;

  /**
   * Every recount waits for the grace, when all votes have been answered; the default's 15 s would
   * only be waited for.
   */
  static final Map<String, String> SETTINGS = Map.of("PLENARY_GRACE", "1s");

  private static final long ANSWER_WITHIN_MS = 2_000;
  private final Bench bench;
  private final Hall hall;
  private final Crowd crowd;
  private final String what;
  private final double rate;
  private final Random random = new Random(1);
  private final Recounts recounts;
  private long before;

  Outage(Bench bench, Hall hall, String what, int phones, double rate)
      throws IOException, InterruptedException {
    this.bench = bench;
    this.hall = hall;
    this.what = what;
    this.rate = rate;
    recounts = new Recounts(what);
    hall.fill(phones);
    crowd = hall.crowd();
    crowd.comeBack(ANSWER_WITHIN_MS);
    hall.poll(Size.MANY, "stage");
  }

  /**
   * @param calmMs before anybody votes, so that what was there before is on the disk even without
   *     an fsync per write
   */
  void once(long calmMs, Blow blow) throws IOException, InterruptedException {
    if (recounts.times() > 0) hall.again();
    Thread.sleep(calmMs);
    Pacer votes = Pacer.endless(crowd.voters(), rate);
    Thread.sleep(150 + random.nextInt(700));
    long acked = crowd.acks();
    long from = System.nanoTime();
    blow.kill();
    votes.stop();
    blow.restore();
    double seconds = (System.nanoTime() - from) / 1e9;
    Truth.Verdict verdict = hall.verdict(List.of(crowd));
    recounts.add(verdict);
    bench.sheet().add(what + ": seconds until votes are taken again", seconds);
    bench.sheet().add(what + ": votes acknowledged before it", acked - before);
    before = crowd.acks();
    if (seconds > READY_WITHIN_S) late(seconds);
    if (!verdict.good()) bench.say(what + " " + recounts.times() + ": " + verdict);
  }

  private void late(double seconds) {
    String text =
        what
            + " "
            + recounts.times()
            + ": ready only after "
            + Math.round(seconds * 10) / 10.0
            + " s";
    if (bench.options().quick()) bench.sheet().note(text);
    else bench.sheet().fault(text);
  }

  /**
   * Puts what was found on the sheet. @param lossExpected the check is being checked: it must find
   * some
   */
  void sum(boolean lossExpected) {
    recounts.sum(bench.sheet(), crowd, lossExpected);
  }
}
