package io.plenary.load.scenario;

import io.plenary.load.fault.FaultProxy;
import io.plenary.load.fault.Faults;
import io.plenary.load.kinds.BallotKind.Size;
import io.plenary.load.net.Line;
import io.plenary.load.net.Repeats;
import io.plenary.load.phone.Crowd;
import io.plenary.load.phone.Hooks;
import io.plenary.load.phone.Latencies;
import io.plenary.load.phone.Pacer;
import io.plenary.load.phone.Voter;
import io.plenary.load.report.Names;
import io.plenary.load.server.Meter;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A hall on bad Wi-Fi: people trickle in, vote, change their minds, are cut off and come back. */
public final class Venue implements Scenario {
  private static final int PARTS = 20;
  private static final long ANSWER_WITHIN_MS = 3_000;
  private static final double WITHDRAWN_WITHIN_S = 6;

  /** Who presses so long before the lock is in time. */
  private static final long IN_TIME_MS = 1_000;

  /** The server's grace, and some time to hear of it. */
  private static final long ANSWERED_MS = 30_000;

  private static final double RESUME_WITHIN_S = 3;

  /** Every phone votes about so often. */
  private static final double VOTES_PER_PHONE_AND_S = 0.2;

  private final boolean blocked;

  /**
   * @param blocked whether the network refuses WebSockets, so that phones use event streams
   */
  public Venue(boolean blocked) {
    this.blocked = blocked;
  }

  @Override
  public String name() {
    return blocked ? "venue-blocked" : "venue";
  }

  @Override
  public String about() {
    return "1,000 phones over a network that resets, stalls, goes silent and repeats"
        + (blocked ? ", and refuses WebSockets" : "")
        + ": nothing lost, nothing doubled, back within 3 s";
  }

  @Override
  public void run(Bench bench) throws IOException, InterruptedException {
    int phones = bench.options().phones(1_000, 100);
    int seconds = bench.options().seconds(180, 10);
    int port = bench.lab().port();
    Faults faults = blocked ? Faults.VENUE_BLOCKED : Faults.VENUE;
    Repeats repeats = new Repeats(faults.duplicates());
    try (Hall hall = Hall.open(bench);
        FaultProxy proxy = new FaultProxy(bench.loops(), port, hall.server.port(), faults)) {
      Crowd crowd = blocked ? hall.seats(phones, port, repeats) : hall.seats(phones, port);
      Silences silences = new Silences(blocked);
      proxy.onSilence(silences);
      Back back = new Back(silences);
      crowd.hooks(back);
      crowd.comeBack(ANSWER_WITHIN_MS);
      hall.poll(Size.MANY, "everyone");
      Meter meter = Meter.of(hall.pid(), hall.redisPid());
      trickle(crowd, seconds / 6.0);
      Pacer votes = Pacer.endless(crowd.voters(), phones * VOTES_PER_PHONE_AND_S);
      Thread.sleep(TimeUnit.SECONDS.toMillis(seconds) * 5 / 6);
      votes.stop();
      lock(bench, hall, crowd, silences);
      proxy.calm();
      repeats.calm();
      if (!crowd.await(Voter::live, 60_000)) {
        bench
            .sheet()
            .fault(name() + ": only " + crowd.here() + " of " + phones + " phones came back");
      }
      hall.check(List.of(crowd));
      figures(bench, crowd, proxy, back);
      withdrawn(bench, silences);
      if (blocked) streams(bench, crowd, proxy, repeats);
      Foreign.note(bench, meter.read());
    }
  }

  /** Locks the polls while the network is as bad as ever: what was pressed in time counts. */
  private void lock(Bench bench, Hall hall, Crowd crowd, Silences silences)
      throws IOException, InterruptedException {
    Thread.sleep(IN_TIME_MS);
    long late = crowd.voters().stream().filter(v -> v.acked() < v.seq()).count();
    long lies = silences.live(crowd.voters(), (long) (WITHDRAWN_WITHIN_S * 1_000));
    if (lies > 0) {
      bench
          .sheet()
          .note(
              name()
                  + ": "
                  + lies
                  + " phones called themselves live on a connection that was silent for more than 6"
                  + " s");
    }
    add(bench, "phones live on a line silent for more than 6 s, at the lock", lies);
    silences.locked();
    hall.lock();
    crowd.await(v -> v.acked() >= v.seq(), ANSWERED_MS);
    long lost = crowd.voters().stream().filter(v -> v.acked() < v.seq()).count();
    add(bench, "votes pressed at least 1 s before the lock and not yet acknowledged at it", late);
    add(bench, "of which were never counted", lost);
    if (lost > 0) {
      bench
          .sheet()
          .fault(
              name()
                  + ": "
                  + lost
                  + " of "
                  + late
                  + " votes that were pressed 1 s before the lock were not counted");
    }
  }

  private void withdrawn(Bench bench, Silences silences) {
    double p99 = silences.withdrawn.percentile(99) / 1_000;
    add(bench, "\"live\" withdrawn after, p50, s", silences.withdrawn.percentile(50) / 1_000);
    add(bench, "\"live\" withdrawn after, p99, s", p99);
    add(bench, "times it was withdrawn on a silent connection", silences.withdrawn.count());
    if (p99 > WITHDRAWN_WITHIN_S) {
      bench.sheet().fault(name() + ": \"live\" was withdrawn after " + p99 + " s (p99)");
    }
  }

  private static void trickle(Crowd crowd, double seconds) throws InterruptedException {
    int n = crowd.voters().size();
    for (int part = 0; part < PARTS; part++) {
      crowd.joinSome(crowd.voters().subList(n * part / PARTS, n * (part + 1) / PARTS));
      Thread.sleep((long) (seconds * 1_000 / PARTS));
    }
  }

  private void figures(Bench bench, Crowd crowd, FaultProxy proxy, Back back) {
    double p99 = back.away.percentile(99) / 1_000;
    add(bench, "resume p50, s", back.away.percentile(50) / 1_000);
    bench.sheet().add(name() + Names.RESUME_P99, p99);
    add(bench, "ack p50, ms, from the first press, reconnects and all", back.acks.percentile(50));
    add(bench, "ack p99, ms, from the first press, reconnects and all", back.acks.percentile(99));
    add(bench, "connections reset", proxy.counts().resets());
    add(bench, "connections gone silent", proxy.counts().silenced());
    add(bench, "second connections opened beside a doubted one", crowd.besides());
    add(bench, "of which took its place", crowd.replacements());
    add(bench, "stalls", proxy.counts().stalls());
    if (!blocked) add(bench, "messages doubled on the way", proxy.counts().doubled());
    add(bench, "votes acknowledged", crowd.acks());
    add(bench, "acknowledgements heard again", crowd.repeats());
    add(bench, "times a phone came back", back.away.count());
    if (p99 <= RESUME_WITHIN_S) return;
    String text = name() + ": resume p99 is " + p99 + " s";
    if (bench.options().quick()) bench.sheet().note(text);
    else bench.sheet().fault(text);
  }

  /** A run in which a WebSocket got through, or none was tried, proves nothing about streams. */
  private void streams(Bench bench, Crowd crowd, FaultProxy proxy, Repeats repeats) {
    long refused = proxy.counts().refused();
    add(bench, "WebSockets refused", refused);
    add(bench, "messages sent twice, as two", repeats.messages());
    add(bench, "requests sent again though answered", repeats.requests());
    add(bench, "requests sent again because no answer came", repeats.retries());
    if (proxy.counts().upgraded() > 0) {
      bench.sheet().fault(name() + ": " + proxy.counts().upgraded() + " WebSockets got through");
    }
    if (refused < crowd.voters().size()) {
      bench.sheet().fault(name() + ": only " + refused + " WebSockets were tried");
    }
    long gaps = crowd.oddities().getOrDefault("stream: HTTP 409", 0L);
    if (gaps > 0) {
      bench
          .sheet()
          .fault(
              name()
                  + ": the server missed a message "
                  + gaps
                  + " times, though every one before it was answered");
    }
  }

  private void add(Bench bench, String figure, double value) {
    bench.sheet().add(name() + ": " + figure, value);
  }

  private static final class Back implements Hooks {
    final Latencies away = new Latencies();
    final Latencies acks = new Latencies();

    private final Silences silences;

    Back(Silences silences) {
      this.silences = silences;
      acks.on(true);
    }

    @Override
    public void withdrawn(Voter voter, Line line) {
      silences.withdrawn(line);
    }

    @Override
    public void live(Voter voter, long nanos) {
      if (nanos > 0) away.record(nanos);
    }

    @Override
    public void acked(Voter voter, long seq, long latency) {
      acks.acked(voter, seq, latency);
    }
  }
}
