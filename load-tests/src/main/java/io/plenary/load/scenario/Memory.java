package io.plenary.load.scenario;

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
    return "resident memory of the server per idle connection, N phones";
  }

  @Override
  public void run(Bench bench) throws IOException, InterruptedException {
    int phones = bench.options().phones(10_000, 300);
    try (Hall hall = Hall.open(bench)) {
      double empty = Proc.rss(hall.pid());
      hall.fill(phones);
      Thread.sleep(bench.options().seconds(10, 1) * 1_000L);
      double full = Proc.rss(hall.pid());
      bench.sheet().add("memory: server before anybody came, MB", empty / 1e6);
      bench.sheet().add("memory: server with all phones, MB", full / 1e6);
      bench.sheet().add(Names.RSS, full / 1024 / phones);
      bench.sheet().add("memory: KB per idle connection, server, without what it held before", (full - empty) / 1024 / phones);
      bench.sheet().add("memory: Redis with all phones, MB", Proc.rss(hall.redisPid()) / 1e6);
      bench.sheet().note("memory: " + phones + " phones; the first figure divides everything the server holds by them, sessions and all");
    }
  }
}
