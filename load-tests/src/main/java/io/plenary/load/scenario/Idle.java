package io.plenary.load.scenario;

import io.plenary.load.server.Meter;
import io.plenary.load.server.Proc;
import java.io.IOException;

/**
 * What a server and its Redis use while their phones are connected and nobody does anything, in
 * cores. It is taken off what work costs.
 *
 * @param jit of the server's, in its just-in-time compilers
 */
record Idle(double server, double redis, double jit) {
  static Idle of(Bench bench, Subject subject) throws IOException, InterruptedException {
    double jit = Proc.jit(subject.pid());
    Meter meter = Meter.of(subject.pid(), subject.redisPid());
    Thread.sleep(bench.options().quick() ? 300 : 4_000);
    Meter.Reading used = meter.read();
    bench.profiled(subject, "idle, with phones connected", used);
    double compiled = Math.max(0, Proc.jit(subject.pid()) - jit); // threads that ended are gone
    double s = used.seconds();
    return new Idle(used.cpuOf(0) / s, used.cpuOf(1) / s, compiled / s);
  }
}
