package io.plenary.load.phone;

import io.plenary.load.net.Line;
import java.util.concurrent.ThreadLocalRandom;

/** How long a phone that has no connection waits until it tries again. */
enum Pauses {
  /** Of whoever was not let in at first. */
  BEFORE_LET_IN {
    @Override
    long ms(int code, int failures, long afterMs) {
      return below(1_500, 1_500, 0);
    }
  },

  /** At once, more or less: where what is measured begins when all are there again. */
  SOON {
    @Override
    long ms(int code, int failures, long afterMs) {
      return below(1_500, 100, failures);
    }
  },

  /**
   * As pages do behind a balancer (web/src/protocol/lines.ts, src/deploy/nodes): not before they
   * were told to, and with full jitter. Where nobody listens the balancer tries another server.
   */
  OF_PAGES {
    @Override
    long ms(int code, int failures, long afterMs) {
      return elsewhere(code) ? BALANCER_MS : afterMs + below(15_000, 1_000, failures);
    }

    @Override
    boolean elsewhere(int code) {
      return code == Line.REFUSED;
    }
  };

  private static final long BALANCER_MS = 100;

  /**
   * @param code with which the last connection ended
   * @param failures attempts that failed in a row
   * @param afterMs that the server said goodbye with; 0: it said nothing
   * @return milliseconds
   */
  abstract long ms(int code, int failures, long afterMs);

  /** Whether that is no failed attempt: a balancer goes on to another server by itself. */
  boolean elsewhere(int code) {
    return false;
  }

  private static long below(long mostMs, long firstMs, int failures) {
    long ceiling = Math.min(mostMs, firstMs << Math.min(failures, 10));
    return 1 + ThreadLocalRandom.current().nextLong(ceiling);
  }
}
