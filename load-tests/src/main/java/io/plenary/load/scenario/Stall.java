package io.plenary.load.scenario;

import io.plenary.load.kinds.BallotKind.Size;
import io.plenary.load.phone.Crowd;
import io.plenary.load.phone.Voter;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The server stands still for seconds, with votes in flight, and goes on: the hall must neither
 * connect anew nor lose a vote.
 */
public final class Stall implements Scenario {
  private static final int[] SECONDS = {4, 8};
  private static final int VOTES = 1_000;
  private static final long ANSWER_WITHIN_MS = 3_000;
  private static final double MOST_REPLACED = 0.01;
  private static final double LIVE_WITHIN_S = 10;

  /** Some beats, so that every phone expects them. */
  private static final long BEATS_MS = 6_000;

  private static final long SETTLE_MS = 60_000;

  @Override
  public String name() {
    return "stall";
  }

  @Override
  public String about() {
    return "SIGSTOP of the server for 4 s and for 8 s under 5,000 phones with 1,000 votes in"
        + " flight: who replaces their connection, when all are live";
  }

  @Override
  public void run(Bench bench) throws IOException, InterruptedException {
    int phones = bench.options().phones(5_000, 300);
    int votes = Math.min(VOTES, phones / SECONDS.length);
    try (Hall hall = Hall.open(bench)) {
      hall.fill(phones);
      Crowd crowd = hall.crowd();
      crowd.comeBack(ANSWER_WITHIN_MS);
      hall.poll(Size.USUAL, "everyone");
      for (int i = 0; i < SECONDS.length; i++) {
        Thread.sleep(BEATS_MS);
        if (!crowd.await(Voter::steady, SETTLE_MS)) {
          throw new IOException(
              "only " + crowd.here() + " of " + phones + " phones are live before the stall");
        }
        once(bench, hall, SECONDS[i], crowd.voters().subList(votes * i, votes * (i + 1)));
      }
      hall.check();
    }
  }

  private void once(Bench bench, Hall hall, int seconds, List<Voter> pressing)
      throws IOException, InterruptedException {
    Crowd crowd = hall.crowd();
    String what = "stall of " + seconds + " s: ";
    long besides = crowd.besides();
    long replaced = crowd.replacements();
    long dropped = crowd.drops();
    signal("STOP", hall.pid());
    long at = System.nanoTime();
    for (Voter v : pressing) v.run(() -> v.vote(at));
    Thread.sleep(TimeUnit.SECONDS.toMillis(seconds));
    signal("CONT", hall.pid());
    long on = System.nanoTime();
    boolean live = crowd.await(Voter::steady, SETTLE_MS);
    double untilLive = (System.nanoTime() - on) / 1e9;
    crowd.await(v -> v.seq() <= v.acked(), SETTLE_MS);
    double untilCounted = (System.nanoTime() - on) / 1e9;
    Thread.sleep(BEATS_MS / 2); // whoever is about to replace its connection has done so
    int phones = crowd.voters().size();
    long anew = crowd.replacements() - replaced + crowd.drops() - dropped;
    long counted = pressing.stream().filter(v -> v.acked() >= 1).count();
    bench.sheet().add(what + "connections replaced or lost, %", 100.0 * anew / phones);
    bench
        .sheet()
        .add(
            what + "second connections opened, % of the phones",
            100.0 * (crowd.besides() - besides) / phones);
    bench.sheet().add(what + "s until all are live, from SIGCONT", untilLive);
    bench.sheet().add(what + "s until the last vote is counted, from SIGCONT", untilCounted);
    bench.sheet().add(what + "votes pressed", pressing.size());
    bench.sheet().add(what + "votes counted", counted);
    if (anew > MOST_REPLACED * phones) {
      bench.sheet().fault(what + anew + " of " + phones + " phones connected anew");
    }
    if (!live || untilLive > LIVE_WITHIN_S) {
      bench
          .sheet()
          .fault(
              what + (live ? "all are live only after " + untilLive + " s" : "not all are live"));
    }
    if (counted < pressing.size()) {
      bench.sheet().fault(what + (pressing.size() - counted) + " votes were not counted");
    }
  }

  private static void signal(String name, long pid) throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).inheritIO().start();
    if (kill.waitFor() != 0) throw new IOException("kill -" + name + " of the server failed");
  }
}
