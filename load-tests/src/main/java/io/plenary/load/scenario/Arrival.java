package io.plenary.load.scenario;

import io.plenary.load.phone.Crowd;
import io.plenary.load.phone.Voter;
import io.plenary.load.report.Names;
import io.plenary.load.report.Sheet;
import io.plenary.load.server.Meter;
import java.io.IOException;

/**
 * A crowd comes at once, until the last has its picture.
 *
 * @param seconds that it took
 */
record Arrival(double seconds, Meter.Reading used, int phones) {
  /** What is sent to the last ones is out, and its CPU is in the books. */
  private static final long SETTLE_MS = 300;

  static Arrival of(Subject subject, Crowd crowd) throws IOException, InterruptedException {
    Meter meter = Meter.of(subject.pid(), subject.redisPid());
    long from = System.nanoTime();
    crowd.joinAll();
    if (!crowd.await(Voter::live, Subject.JOIN_MS)) {
      throw new IOException(
          subject.name()
              + " let only "
              + crowd.here()
              + " of "
              + crowd.voters().size()
              + " in: "
              + crowd.oddities());
    }
    double seconds = (System.nanoTime() - from) / 1e9;
    Thread.sleep(SETTLE_MS);
    return new Arrival(seconds, meter.read(), crowd.voters().size());
  }

  /** Puts it on the sheet, the CPU without what the server needs anyway. */
  void keep(Sheet sheet, String what, String who, Idle idle) {
    double server = used.cpuOf(0) - idle.server() * used.seconds();
    sheet.add(what + Names.SECONDS + who, seconds);
    sheet.add(what + Names.CPU_EACH + who, 1e6 * server / phones);
    sheet.add(what + ": swarm CPU µs per phone, " + who, 1e6 * used.client() / phones);
  }
}
