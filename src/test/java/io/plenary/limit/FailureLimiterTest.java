package io.plenary.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FailureLimiterTest {
  private static final BackoffPolicy LIMITS =
      new BackoffPolicy(
          3, Duration.ofSeconds(1), Duration.ofSeconds(60), Duration.ofMinutes(10), 100);

  private final AtomicLong now = new AtomicLong(1_000_000);
  private final FailureLimiter limiter = new FailureLimiter(LIMITS, now::get);

  private long waitMs(String key) {
    return limiter.attempt(key).toMillis();
  }

  @Test
  void waitsDoubleUpToTheLongest() {
    for (int free = 0; free < 3; free++) {
      assertEquals(0, waitMs("a"));
    }
    for (long wait : new long[] {1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000}) {
      assertEquals(wait, waitMs("a"));
      now.addAndGet(wait - 1);
      assertEquals(1, waitMs("a"), "refused attempts make no difference");
      now.addAndGet(1);
      assertEquals(0, waitMs("a"));
    }
    assertEquals(0, waitMs("b"), "keys do not touch each other");
  }

  @Test
  void successAndTimeForget() {
    for (int i = 0; i < 3; i++) {
      waitMs("a");
      waitMs("b");
    }
    limiter.succeeded("a");
    assertEquals(0, waitMs("a"));
    assertEquals(1000, waitMs("b"));
    now.addAndGet(LIMITS.forget().toMillis());
    for (int i = 0; i < 3; i++) {
      assertEquals(0, waitMs("b"));
    }
    assertEquals(1000, waitMs("b"));
  }

  @Test
  void undoTakesBackOne() {
    for (int i = 0; i < 3; i++) {
      waitMs("a");
    }
    limiter.undo("a");
    assertEquals(0, waitMs("a"));
    assertEquals(1000, waitMs("a"));
    waitMs("b");
    limiter.undo("b");
    limiter.undo("nobody");
    assertEquals(1, limiter.remembered());
  }

  @Test
  void memoryIsBoundedAndTheOldestGoesFirst() {
    for (int i = 0; i < 3; i++) {
      waitMs("first");
    }
    for (int i = 0; i < 99; i++) {
      now.incrementAndGet();
      waitMs("key" + i);
    }
    assertEquals(100, limiter.remembered());
    assertTrue(waitMs("first") > 0, "still remembered");
    now.incrementAndGet();
    waitMs("one more");
    assertEquals(100, limiter.remembered());
    assertEquals(0, waitMs("first"), "forgotten");
    for (int i = 0; i < 1000; i++) {
      now.incrementAndGet();
      waitMs("flood" + i);
    }
    assertEquals(100, limiter.remembered());
  }

  /**
   * However the attempts are spread, no hour lets more than these through: free ones, doublings,
   * and one a minute.
   */
  @Property(tries = 200)
  void noPatternBuysMoreGuesses(
      @ForAll @Size(min = 200, max = 400) List<@IntRange(max = 30_000) Integer> pauses) {
    AtomicLong clock = new AtomicLong();
    FailureLimiter fresh = new FailureLimiter(LIMITS, clock::get);
    int through = 0;
    for (int pause : pauses) {
      clock.addAndGet(pause);
      if (clock.get() > Duration.ofHours(1).toMillis()) {
        break;
      }
      through += fresh.attempt("a").isZero() ? 1 : 0;
    }
    assertTrue(through <= 3 + 6 + 60, "got through: " + through);
  }

  @Test
  void limitsThatDoNotLimitAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new BackoffPolicy(
                3, Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofMinutes(1), 10));
    assertThrows(
        IllegalArgumentException.class,
        () -> new BackoffPolicy(3, Duration.ZERO, Duration.ofMinutes(1), Duration.ofHours(1), 10));
  }
}
