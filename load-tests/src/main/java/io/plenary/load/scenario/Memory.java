package io.plenary.load.scenario;

import io.plenary.load.phone.Crowd;
import io.plenary.load.phone.Voter;
import io.plenary.load.report.Names;
import io.plenary.load.server.Proc;
import java.io.IOException;

/**
 * What a phone that only looks costs, with the headers that browsers behind a proxy send; and
 * whether a server gives back what it needed. Each round starts every peer anew.
 */
final class Memory implements Scenario {
  private static final int PHONES = 10_000;
  private static final int MORE = 18_000;
  private static final int BURSTS = 3;
  private static final int HERDS = 3;
  private static final int SHOTS = 10;
  private static final long AFTER_S = 60;

  /** The server looks every 5 s whether it was quiet since, so after 10 s it has cleared away. */
  private static final long REST_S = 12;

  /** From the start of a server until it counts as empty and at rest. */
  private static final long OLD_MS = 14_000;

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public String about() {
    return "resident memory of the server per idle connection, 10,000 and 18,000 phones, and 60 s"
        + " after fan-outs and herds; beside the peers";
  }

  @Override
  public void run(Bench bench) throws Exception {
    int phones = bench.options().phones(PHONES, 300);
    int more = bench.options().phones(MORE, 400) - phones;
    Peers.of(bench).fresh(subject -> idle(bench, subject, phones, more));
    Peers.plenaries(bench).fresh(subject -> afterwards(bench, (Hall) subject, phones));
  }

  private static void idle(Bench bench, Subject subject, int phones, int more)
      throws IOException, InterruptedException {
    String who = subject.name();
    FirstBurst.age(bench, subject, bench.options().quick() ? 1_000 : OLD_MS);
    double empty = Proc.rss(subject.pid());
    bench.sheet().add(Names.EMPTY + who, empty / 1e6);
    Crowd first = subject.seats(phones).asBrowsers();
    subject.fill();
    look(bench, subject, empty, phones);
    if (more <= 0) return;
    try (Crowd others = subject.others(phones, more).asBrowsers()) {
      others.joinAll();
      if (!others.await(Voter::live, Subject.JOIN_MS)) {
        throw new IOException(
            "only " + others.here() + " more phones got in: " + others.oddities());
      }
      look(bench, subject, empty, phones + more);
    }
    if (first.here() < phones) {
      bench.sheet().fault(who + " lost " + (phones - first.here()) + " idle connections");
    }
  }

  /** Everything the server holds, divided by its phones; and what it grew by for them. */
  private static void look(Bench bench, Subject subject, double empty, int phones)
      throws IOException, InterruptedException {
    rest(bench, REST_S);
    double rss = Proc.rss(subject.pid());
    String label = subject.name() + Names.PHONES + phones;
    bench.sheet().add("memory: Redis, MB, " + label, Proc.rss(subject.redisPid()) / 1e6);
    bench.sheet().add(Names.RSS + label, rss / 1024 / phones);
    bench.sheet().add(Names.RSS_GREW + label, (rss - empty) / 1024 / phones);
  }

  private static void rest(Bench bench, long seconds) throws InterruptedException {
    Thread.sleep(bench.options().quick() ? 1_000 : seconds * 1_000);
  }

  /** A hall votes, sees results, loses its Wi-Fi and comes back, and then sits still. */
  private static void afterwards(Bench bench, Hall hall, int phones)
      throws IOException, InterruptedException {
    hall.seats(phones).asBrowsers();
    hall.fill();
    rest(bench, REST_S);
    double before = Proc.rss(hall.pid());
    for (int i = 0; i < BURSTS; i++) Pressed.by(hall, "everyone", 0.2).recount().run();
    hall.begin("stage");
    for (int i = 0; i < SHOTS; i++) {
      hall.room.show(hall.poll().id(), i % 2 == 0 ? "everyone" : "stage");
      Thread.sleep(200);
    }
    for (int i = 0; i < HERDS; i++) {
      hall.crowd().close();
      hall.crowd().again();
      hall.fill();
    }
    double most = Proc.rss(hall.pid());
    rest(bench, AFTER_S);
    double after = Proc.rss(hall.pid());
    String tag = hall.tag();
    bench.sheet().add("memory: server at the end of fan-outs and herds, MB" + tag, most / 1e6);
    bench.sheet().add("memory: server 60 s later, MB" + tag, after / 1e6);
    bench.sheet().add(Names.on(Names.RSS_AFTER, tag), after / before);
  }
}
