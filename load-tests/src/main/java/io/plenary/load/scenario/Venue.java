package io.plenary.load.scenario;

import io.plenary.load.fault.FaultProxy;
import io.plenary.load.fault.Faults;
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
  private static final double RESUME_WITHIN_S = 3;
  /** Every phone votes about so often. */
  private static final double VOTES_PER_PHONE_AND_S = 0.2;

  @Override
  public String name() {
    return "venue";
  }

  @Override
  public String about() {
    return "1,000 phones over a network that resets, stalls, goes silent and repeats: nothing lost, nothing doubled, back within 3 s";
  }

  @Override
  public void run(Bench bench) throws IOException, InterruptedException {
    int phones = bench.options().phones(1_000, 100);
    int seconds = bench.options().seconds(180, 10);
    int port = bench.lab().port();
    try (Hall hall = Hall.open(bench); FaultProxy proxy = new FaultProxy(bench.loops(), port, hall.server.port(), Faults.VENUE)) {
      Crowd crowd = hall.seats(phones, port);
      Back back = new Back();
      crowd.hooks(back);
      crowd.comeBack(ANSWER_WITHIN_MS);
      hall.poll(12, 12, "everyone");
      Meter meter = Meter.of(hall.pid(), hall.redisPid());
      trickle(crowd, seconds / 6.0);
      Pacer votes = Pacer.endless(crowd.voters(), phones * VOTES_PER_PHONE_AND_S);
      Thread.sleep(TimeUnit.SECONDS.toMillis(seconds) * 5 / 6);
      votes.stop();
      proxy.calm();
      if (!crowd.await(Voter::live, 60_000)) bench.sheet().fault("venue: only " + crowd.here() + " of " + phones + " phones came back");
      hall.check(List.of(crowd));
      figures(bench, crowd, proxy, back);
      Foreign.note(bench, meter.read());
    }
  }

  private static void trickle(Crowd crowd, double seconds) throws InterruptedException {
    int n = crowd.voters().size();
    for (int part = 0; part < PARTS; part++) {
      crowd.joinSome(crowd.voters().subList(n * part / PARTS, n * (part + 1) / PARTS));
      Thread.sleep((long) (seconds * 1_000 / PARTS));
    }
  }

  private static void figures(Bench bench, Crowd crowd, FaultProxy proxy, Back back) {
    double p99 = back.away.percentile(99) / 1_000;
    bench.sheet().add("venue: resume p50, s", back.away.percentile(50) / 1_000);
    bench.sheet().add(Names.RESUME_P99, p99);
    bench.sheet().add("venue: ack p50, ms, from the first press, reconnects and all", back.acks.percentile(50));
    bench.sheet().add("venue: ack p99, ms, from the first press, reconnects and all", back.acks.percentile(99));
    bench.sheet().add("venue: connections reset", proxy.counts().resets());
    bench.sheet().add("venue: connections gone silent", proxy.counts().silenced());
    bench.sheet().add("venue: stalls", proxy.counts().stalls());
    bench.sheet().add("venue: messages doubled on the way", proxy.counts().doubled());
    bench.sheet().add("venue: votes acknowledged", crowd.acks());
    bench.sheet().add("venue: acknowledgements heard again", crowd.repeats());
    bench.sheet().add("venue: times a phone came back", back.away.count());
    if (p99 <= RESUME_WITHIN_S) return;
    String text = "venue: resume p99 is " + p99 + " s";
    if (bench.options().quick()) bench.sheet().note(text);
    else bench.sheet().fault(text);
  }

  private static final class Back implements Hooks {
    final Latencies away = new Latencies();
    final Latencies acks = new Latencies();

    Back() {
      acks.on(true);
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
