package io.plenary.e2e;

import io.plenary.Waiting;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waiting, for test threads; see {@link Waiting}. */
final class Patience {
  private Patience() {}

  static void until(String what, BooleanSupplier holds) {
    Waiting.until(() -> what, holds);
  }

  /**
   * @throws AssertionError saying what was waited for
   */
  static void until(Supplier<String> what, BooleanSupplier holds) {
    Waiting.until(what, holds);
  }

  /**
   * @param atLeast no limit of its own: there is one for all
   */
  static void until(String what, Duration atLeast, BooleanSupplier holds) {
    Waiting.until(() -> what, holds);
  }

  static <T> T get(CompletableFuture<T> future) {
    return Waiting.result(future);
  }

  static void pause(long ms) {
    try {
      Thread.sleep(ms);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
