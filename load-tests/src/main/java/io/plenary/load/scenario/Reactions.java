package io.plenary.load.scenario;

import io.plenary.load.phone.Applause;
import io.plenary.load.phone.Applause.Bounds;
import io.plenary.load.phone.Crowd;
import io.plenary.load.phone.Fan;
import io.plenary.load.phone.Hooks;
import io.plenary.load.phone.Latencies;
import io.plenary.load.phone.Pacer;
import io.plenary.load.phone.Voter;
import io.plenary.load.server.ApplauseTruth;
import io.plenary.load.server.Meter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Everybody votes; then everybody votes and reacts, and some tap far too often. What the stage adds
 * up to must be what was sent within the pace, and votes must not notice.
 */
public final class Reactions implements Scenario {
  private static final double VOTES_PER_PHONE_AND_S = 0.5;
  private static final double PER_PHONE_AND_S = 0.5;
  private static final double HURRIED_PER_S = 10;

  /** One in so many taps far too often. */
  private static final int HURRIED = 100;

  /** Kind that only those use who tap too often; the others use those before it. */
  private static final int THEIRS = Applause.KINDS.size() - 1;

  private static final double FRAMES_PER_S = 2;
  private static final long WITHIN_MS = 10_000;
  private long least;
  private long most;
  private double passed;

  @Override
  public String name() {
    return "reactions";
  }

  @Override
  public String about() {
    return "2,000 phones vote, then vote and react, a few of them far too often: the stage's sums"
        + " are what was sent, and votes do not notice";
  }

  @Override
  public void run(Bench bench) throws Exception {
    int phones = bench.options().phones(2_000, 200);
    least = 0;
    most = 0;
    passed = 0;
    try (Hall hall = Hall.ofOneRoom(bench);
        Cheers cheers = new Cheers(bench, hall.room)) {
      Crowd crowd =
          hall.seats(phones, hall.server.port(), (n, c, loop) -> new Fan(n, c, loop, hall.shared));
      hall.fill();
      Warm.up(bench, hall, bench.options().warm());
      for (int round = 0; round < bench.options().rounds(); round++) {
        Foreign.quiet(bench, () -> once(bench, hall, null));
        Foreign.quiet(bench, () -> once(bench, hall, cheers));
      }
      List<Bounds> bounds = cheers.bounds();
      bounds.set(THEIRS, new Bounds(cheers.stage.storeWasAway() ? 0 : least, most));
      cheers.check(name(), bounds);
      bench
          .sheet()
          .add(
              name() + ": taps of those in a hurry that were taken ÷ sent",
              (double) cheers.stage.totals().get(THEIRS) / cheers.applause.taps(THEIRS));
      phones(bench, crowd, cheers);
      off(bench, crowd, cheers);
      if (crowd.drops() > 0) {
        bench.sheet().fault(name() + ": phones lost their connection: " + crowd.oddities());
      }
    }
  }

  /**
   * @param cheers null: nobody reacts
   */
  private Foreign.Kept once(Bench bench, Hall hall, Cheers cheers) throws Exception {
    int seconds = bench.options().seconds(20, 4);
    hall.begin("stage");
    Crowd crowd = hall.crowd();
    List<Voter> all = crowd.voters();
    crowd.hooks(Hooks.NONE);
    Pacer.run(all, all.size(), all.size()).join(); // everybody's first vote
    crowd.await(v -> v.seq() <= v.acked(), 30_000);
    Latencies acks = new Latencies();
    acks.on(true);
    crowd.hooks(acks);
    long bytes = crowd.bytes();
    double rate = all.size() * VOTES_PER_PHONE_AND_S;
    Meter meter = Meter.of(hall.pid(), hall.redisPid());
    CompletableFuture<Void> votes = Pacer.run(all, rate, (long) (rate * seconds));
    Applauding applauding = cheers == null ? null : new Applauding(all, cheers, seconds);
    votes.join();
    if (applauding != null) applauding.done.join();
    Meter.Reading used = meter.read();
    double each = (crowd.bytes() - bytes) / used.seconds() / all.size();
    if (applauding != null) settle(applauding, cheers);
    hall.check();
    String who = cheers == null ? ", nobody reacts" : ", everybody reacts";
    return new Foreign.Kept(
        used,
        () -> {
          bench.sheet().add(name() + ": ack p50 of votes, ms" + who, acks.percentile(50));
          bench.sheet().add(name() + ": ack p99 of votes, ms" + who, acks.percentile(99));
          bench.sheet().add(name() + ": server CPU, cores" + who, used.cpuOf(0) / used.seconds());
          bench.sheet().add(name() + ": Redis CPU, cores" + who, used.cpuOf(1) / used.seconds());
          bench.sheet().add(name() + ": bytes per phone and second" + who, each);
          if (applauding == null) return;
          bench.sheet().add(name() + ": messages/s sent", applauding.said() / applauding.seconds());
          bench
              .sheet()
              .add(
                  name() + ": last tap to stage complete, ms",
                  Math.max(0, cheers.stage.changedAt() - applauding.last) / 1e6);
        });
  }

  /** Until the stage has it all. */
  private void settle(Applauding applauding, Cheers cheers) throws InterruptedException {
    cheers.settle(THEIRS);
    Thread.sleep(2_500); // who hurried has rested, and the stage has everything
    double until = (System.nanoTime() - applauding.from) / 1e9;
    Bounds bounds =
        ApplauseTruth.hurried(
            applauding.hurried,
            applauding.seconds(),
            until,
            cheers.applause.taps(THEIRS) - applauding.theirs);
    least += bounds.least();
    most += bounds.most();
    passed += until;
  }

  /**
   * Phones hear what was added and no totals, not more often than twice a second, and never of taps
   * that were not.
   */
  private void phones(Bench bench, Crowd crowd, Cheers cheers) {
    List<Long> totals = cheers.stage.totals();
    long frames = 0;
    int whole = 0;
    List<String> faults = new ArrayList<>();
    for (Voter v : crowd.voters()) {
      Fan fan = (Fan) v;
      frames = Math.max(frames, fan.applauded());
      boolean all = true;
      for (int kind = 0; kind < totals.size(); kind++) {
        if (fan.shown(kind) > totals.get(kind)) {
          faults.add(
              "phone "
                  + v.number
                  + " was shown "
                  + fan.shown(kind)
                  + " "
                  + Applause.KINDS.get(kind)
                  + ", there are "
                  + totals);
        }
        all &= fan.shown(kind) == totals.get(kind);
      }
      if (fan.applauded() == 0) faults.add("phone " + v.number + " was shown no reaction at all");
      if (fan.told()) faults.add("phone " + v.number + " was told totals");
      if (all) whole++;
    }
    double often = passed * FRAMES_PER_S + 2 * bench.options().rounds();
    if (Math.max(frames, cheers.stage.frames()) > often) {
      faults.add(
          "up to " + Math.max(frames, cheers.stage.frames()) + " frames in " + passed + " s");
    }
    faults.stream().limit(3).forEach(fault -> bench.sheet().fault(name() + ": " + fault));
    bench
        .sheet()
        .add(
            name() + ": phones that were shown every tap ÷ all",
            (double) whole / crowd.voters().size());
    bench
        .sheet()
        .add(name() + ": frames of reactions of one phone, per second, at most", frames / passed);
  }

  /** Off is off: everybody who still taps is told so, and nothing is counted. */
  private void off(Bench bench, Crowd crowd, Cheers cheers) throws Exception {
    List<Long> before = cheers.ovation.exported();
    cheers.ovation.off();
    Applause late = new Applause(bench.lab().golden, cheers.ovation.activity);
    crowd.voters().forEach(v -> v.run(() -> ((Fan) v).react(late, 0, 1)));
    Audience.await(
        "every reaction is refused while they are off",
        WITHIN_MS,
        () -> late.said() == crowd.here() && late.refused.sum() == late.said());
    Thread.sleep(1_000);
    if (!before.equals(cheers.ovation.exported())) {
      bench
          .sheet()
          .fault(
              name() + ": while they were off " + before + " became " + cheers.ovation.exported());
    }
  }

  /** Everybody reacts for so many seconds, in turn; some far too often. */
  private static final class Applauding {
    final long from = System.nanoTime();
    final int hurried;
    final long theirs;
    final CompletableFuture<Void> done;
    volatile long last;
    private final Applause applause;
    private final long before;

    Applauding(List<Voter> all, Cheers cheers, int seconds) {
      applause = cheers.applause;
      before = applause.said();
      theirs = applause.taps(THEIRS);
      List<Voter> fast = all.stream().filter(v -> v.number % HURRIED == 0).toList();
      List<Voter> others = all.stream().filter(v -> v.number % HURRIED != 0).toList();
      hurried = fast.size();
      double rate = others.size() * PER_PHONE_AND_S;
      var one =
          Pacer.run(
              others,
              (v, due) ->
                  ((Fan) v).react(applause, v.number % THEIRS, 1 + v.number % Applause.MOST),
              rate,
              (long) (rate * seconds));
      double often = fast.size() * HURRIED_PER_S;
      var two =
          Pacer.run(
              fast,
              (v, due) -> ((Fan) v).react(applause, THEIRS, 1),
              often,
              (long) (often * seconds));
      done = CompletableFuture.allOf(one, two).thenRun(() -> last = System.nanoTime());
    }

    double seconds() {
      return (last - from) / 1e9;
    }

    /** Messages. */
    long said() {
      return applause.said() - before;
    }
  }
}
