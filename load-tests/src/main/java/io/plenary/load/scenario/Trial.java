package io.plenary.load.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.plenary.load.kinds.BallotKind.Size;
import io.plenary.load.phone.Crowd;
import io.plenary.load.phone.Pacer;
import io.plenary.load.phone.Voter;
import io.plenary.load.server.Screen;
import io.plenary.load.server.Truth;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A fault among several servers under load, again and again, and the proof after each. Phones vote
 * and change their minds until it strikes; then some vote that have not voted yet, and what waits
 * is sent again: who was acknowledged before says nothing more that could hide a loss. Every ballot
 * is compared, and every stage.
 */
final class Trial implements AutoCloseable {
  /** What happens to the servers or to their store. */
  interface Fault {
    /**
     * Returns when it has struck; people vote meanwhile.
     *
     * @return when it struck, {@link System#nanoTime()}
     */
    long strike() throws IOException, InterruptedException;

    /** Returns when everything is as it was. */
    void mend() throws IOException, InterruptedException;

    /** Seconds until it was known to whoever decides what follows; asked when it is mended. */
    default double detected() {
      return 0;
    }
  }

  /** One phone in so many waits with its vote until the fault has struck. */
  private static final int WITNESS = 10;

  private static final long SPREAD_NANOS = 1_000_000_000;
  private static final long ANSWER_WITHIN_MS = 2_000;
  private static final long SETTLE_MS = 60_000;

  private final Bench bench;
  private final Hall hall;
  private final Crowd crowd;
  private final Stages stages;
  private final Recounts recounts;
  private final String what;
  private final double rate;
  private final double mostSeconds;
  private final List<Voter> voters = new ArrayList<>();
  private final List<Voter> witnesses = new ArrayList<>();
  private final Random random = new Random(1);
  private long before;

  /**
   * @param ports of the servers
   * @param rate votes per second, all together
   * @param mostSeconds from detection until votes are acknowledged at every server that is left
   */
  Trial(
      Bench bench,
      Hall hall,
      List<Integer> ports,
      String what,
      int phones,
      double rate,
      double mostSeconds)
      throws IOException, InterruptedException {
    this.bench = bench;
    this.hall = hall;
    this.what = what;
    this.rate = rate;
    this.mostSeconds = mostSeconds;
    recounts = new Recounts(what);
    hall.fill(phones);
    crowd = hall.crowd();
    crowd.comeBack(ANSWER_WITHIN_MS);
    for (Voter v : crowd.voters()) (witness(v.number) ? witnesses : voters).add(v);
    hall.poll(Size.MANY, "stage");
    stages = new Stages(hall.room, ports);
  }

  /** Some at every server, as phones are dealt to servers by their numbers. */
  private static boolean witness(int number) {
    return number % WITNESS == 0;
  }

  /**
   * @param left ports of the servers that the fault does not strike
   */
  void once(List<Integer> left, Fault fault) throws IOException, InterruptedException {
    if (recounts.times() > 0) hall.again();
    Pacer votes = Pacer.endless(voters, rate);
    Thread.sleep(150 + random.nextInt(700));
    long acked = crowd.acks();
    long from = fault.strike();
    votes.stop();
    witnesses();
    double again = acknowledged(left, from);
    long settled = System.nanoTime();
    add("s until every vote that waited is acknowledged", (settled - from) / 1e9);
    List<Screen.Shown> shown = new ArrayList<>(shownSince(settled));
    fault.mend();
    add("s until everything is as it was", (System.nanoTime() - from) / 1e9);
    if (stages.again() > 0) shown.addAll(shownSince(System.nanoTime()));
    Truth.Verdict verdict = hall.verdict(List.of(crowd));
    recounts.add(verdict);
    judge(verdict);
    screens(shown);
    add("votes acknowledged before it", acked - before);
    before = crowd.acks();
    double most = fault.detected() + mostSeconds;
    if (again > most) late(again, most);
  }

  /**
   * They press one after the other within a second, which is as long as a phone waits that is told
   * to try again: so one of them asks at every moment.
   */
  private void witnesses() {
    for (int i = 0; i < witnesses.size(); i++) {
      long wait = SPREAD_NANOS * i / witnesses.size();
      witnesses.get(i).later(wait, v -> v.vote(System.nanoTime()));
    }
  }

  /** Seconds until somebody's vote was acknowledged at each of these servers. */
  private double acknowledged(List<Integer> left, long from)
      throws IOException, InterruptedException {
    Set<Integer> waiting = new HashSet<>(left);
    double again = Double.NaN;
    long until = System.nanoTime() + SETTLE_MS * 1_000_000;
    while (true) {
      for (Voter v : witnesses) {
        if (v.acked() > 0) waiting.remove(v.door());
      }
      boolean all =
          crowd.voters().stream().allMatch(v -> v.seq() <= v.acked())
              && witnesses.stream().allMatch(v -> v.acked() > 0);
      if (Double.isNaN(again) && (all || waiting.isEmpty())) {
        again = (System.nanoTime() - from) / 1e9;
        add("s until votes are acknowledged at every server left", again);
      }
      if (all) return again;
      if (System.nanoTime() > until) {
        throw new IOException(
            crowd.voters().stream().filter(v -> v.seq() > v.acked()).count()
                + " votes are not acknowledged within "
                + SETTLE_MS / 1_000
                + " s: "
                + crowd.oddities());
      }
      Thread.sleep(1);
    }
  }

  private List<Screen.Shown> shownSince(long nanos) throws InterruptedException {
    long rest = Stages.RIGHT_AFTER_MS - (System.nanoTime() - nanos) / 1_000_000;
    Thread.sleep(Math.max(0, rest));
    return stages.shown();
  }

  private void screens(List<Screen.Shown> shown) throws IOException, InterruptedException {
    String poll = hall.poll().id();
    JsonNode results = hall.room.results(poll);
    for (String fault : Stages.faults(shown, poll, results)) {
      bench.sheet().fault(what + " " + recounts.times() + ": " + fault);
    }
  }

  /** Losses are summed up; whatever else is wrong is a fault at once. */
  private void judge(Truth.Verdict verdict) {
    if (verdict.good()) return;
    String text = what + " " + recounts.times() + ": " + verdict;
    if (verdict.lost() + verdict.surplus() > 0) bench.say(text);
    else bench.sheet().fault(text);
  }

  private void late(double seconds, double most) {
    String text =
        "%s %d: votes are acknowledged again only after %.2f s, %.2f are allowed"
            .formatted(what, recounts.times(), seconds, most);
    if (bench.options().quick()) bench.sheet().note(text);
    else bench.sheet().fault(text);
  }

  private void add(String figure, double value) {
    bench.sheet().add(what + ": " + figure, value);
  }

  /**
   * Puts what was found on the sheet.
   *
   * @param lossExpected the check is being checked: it must find some
   */
  void sum(boolean lossExpected) {
    recounts.sum(bench.sheet(), crowd, lossExpected);
  }

  @Override
  public void close() {
    stages.close();
  }
}
