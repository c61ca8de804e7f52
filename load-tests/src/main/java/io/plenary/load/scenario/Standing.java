package io.plenary.load.scenario;

import io.plenary.load.phone.Crowd;

/**
 * Servers that stand side by side while one of them works. A process may have 20,000 files open, so
 * no more than one great hall is connected at a time.
 */
final class Standing {
  private static final int GREAT = 5_000;
  private static final long SETTLE_MS = 1_000;

  interface Work {
    void run() throws Exception;
  }

  private Standing() {}

  /** Warms a server up with phones of its own, which leave again. */
  static void warm(Bench bench, Subject subject, int phones) throws Exception {
    subject.fill(phones);
    Warm.up(bench, subject, bench.options().warm());
    subject.crowd().close();
  }

  /** The crowd stays where it is small, and is there during the work alone where it is great. */
  static void in(Subject subject, Work work) throws Exception {
    Crowd crowd = subject.crowd();
    boolean great = crowd.voters().size() > GREAT;
    if (great || crowd.here() == 0) {
      crowd.again();
      subject.fill();
      Thread.sleep(SETTLE_MS);
    }
    work.run();
    if (great) crowd.close();
  }
}
