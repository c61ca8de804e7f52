package io.plenary.load.scenario;

import io.plenary.load.report.Names;
import io.plenary.load.server.PlenaryServer;
import java.io.IOException;
import java.util.Map;

/**
 * From starting the process to taking votes: a new data folder each time, and a second start on one
 * that is there.
 */
public final class Start implements Scenario {
  private static final int TIMES = 5;

  @Override
  public String name() {
    return "start";
  }

  @Override
  public String about() {
    return "start to ready, warm disk";
  }

  @Override
  public void run(Bench bench) throws IOException, InterruptedException {
    int times = bench.options().quick() ? 1 : TIMES;
    try (PlenaryServer first = new PlenaryServer(bench.lab(), Map.of())) {
      first.start(); // the disk is warm after it
    }
    for (int i = 0; i < times; i++) {
      try (PlenaryServer server = new PlenaryServer(bench.lab(), Map.of())) {
        bench
            .sheet()
            .add("start to ready with an empty data folder, s", server.start().readyAfter());
        server.stop();
        bench.sheet().add(Names.START, server.start().readyAfter());
      }
    }
  }
}
