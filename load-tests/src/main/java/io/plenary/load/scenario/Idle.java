package io.plenary.load.scenario;

import io.plenary.load.server.Meter;
import java.io.IOException;

/**
 * What a server and its Redis use while their phones are connected and nobody does anything, in
 * cores. It is taken off what work costs.
 */
record Idle(double server, double redis) {
  static Idle of(Bench bench, Subject subject) throws IOException, InterruptedException {
    Meter meter = Meter.of(subject.pid(), subject.redisPid());
    Thread.sleep(bench.options().quick() ? 300 : 4_000);
    Meter.Reading used = meter.read();
    return new Idle(used.cpuOf(0) / used.seconds(), used.cpuOf(1) / used.seconds());
  }
}
