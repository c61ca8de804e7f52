package io.plenary.load.scenario;

import io.plenary.load.phone.Crowd;
import io.plenary.load.phone.Voter;
import io.plenary.load.report.Names;
import io.plenary.load.server.Proc;
import java.io.IOException;

/** What a phone that only looks costs. */
public final class Memory implements Scenario {
  @Override
  public String name() {
    return "memory";
  }

  @Override
  public String about() {
    return "resident memory of the server per idle connection, 10,000 and 18,000 phones";
  }

  @Override
  public void run(Bench bench) throws IOException, InterruptedException {
    int phones = bench.options().phones(10_000, 300);
    int more = bench.options().phones(18_000, 300) - phones;
    try (Hall hall = Hall.open(bench)) {
      double empty = Proc.rss(hall.pid());
      bench.sheet().add("memory: server before anybody came, MB", empty / 1e6);
      hall.fill(phones);
      look(bench, hall, empty, phones);
      if (more == 0) return;
      try (Crowd others = new Crowd(bench.loops(), hall.server.port(), phones, more, hall::phone)) {
        others.joinAll();
        if (!others.await(Voter::live, 60_000)) {
          throw new IOException(
              "only " + others.here() + " more phones got in: " + others.oddities());
        }
        look(bench, hall, empty, phones + more);
      }
    }
  }

  /** Everything the server holds, divided by its phones; and what it grew by for them. */
  private static void look(Bench bench, Hall hall, double empty, int phones)
      throws IOException, InterruptedException {
    Thread.sleep(bench.options().seconds(20, 1) * 1_000L);
    double rss = Proc.rss(hall.pid());
    bench.sheet().add("memory: server, MB, phones " + phones, rss / 1e6);
    bench.sheet().add("memory: Redis, MB, phones " + phones, Proc.rss(hall.redisPid()) / 1e6);
    bench.sheet().add(Names.RSS + phones, rss / 1024 / phones);
    bench.sheet().add(Names.RSS_GREW + phones, (rss - empty) / 1024 / phones);
  }
}
