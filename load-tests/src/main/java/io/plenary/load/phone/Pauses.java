package io.plenary.load.phone;

import java.util.concurrent.ThreadLocalRandom;

/** How long a phone that lost its connection waits until it tries again. */
interface Pauses {
  /** Of whoever was not let in at first. */
  Pauses BEFORE_LET_IN = (failures, afterMs) -> below(1_500, 1_500, 0);

  /** At once, more or less: where what is measured begins when all are there again. */
  Pauses SOON = (failures, afterMs) -> below(1_500, 100, failures);

  /**
   * As pages do (web/src/protocol/lines.ts): not before they were told to, and with full jitter.
   */
  Pauses OF_PAGES = (failures, afterMs) -> afterMs + below(15_000, 1_000, failures);

  /**
   * @param failures attempts that failed in a row
   * @param afterMs that the server said goodbye with; 0: it said nothing
   * @return milliseconds
   */
  long ms(int failures, long afterMs);

  private static long below(long mostMs, long firstMs, int failures) {
    long ceiling = Math.min(mostMs, firstMs << Math.min(failures, 10));
    return 1 + ThreadLocalRandom.current().nextLong(ceiling);
  }
}
