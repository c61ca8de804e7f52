package io.plenary.load.scenario;

import io.plenary.load.Jvm;
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
    for (Jvm jvm : bench.lab().jvms) {
      try (PlenaryServer first = new PlenaryServer(bench.lab(), jvm, Map.of())) {
        first.start(); // the disk is warm after it
      }
    }
    for (int i = 0; i < times; i++) {
      for (Jvm jvm : Peers.turning(bench.lab().jvms, i)) once(bench, jvm);
    }
  }

  private static void once(Bench bench, Jvm jvm) throws IOException, InterruptedException {
    try (PlenaryServer server = new PlenaryServer(bench.lab(), jvm, Map.of())) {
      double empty = server.start().readyAfter();
      bench.sheet().add("start to ready with an empty data folder, s" + jvm.tag(), empty);
      server.stop();
      bench.sheet().add(Names.on(Names.START, jvm.tag()), server.start().readyAfter());
    }
  }
}
