package io.plenary.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
  private static final long MS = 1_000_000;
  private static final Rate RATE = new Rate(50, 100);
  private long now = -7;
  private final RateLimiter limiter = new RateLimiter(RATE, now);

  private int acquired(int times) {
    int acquired = 0;
    for (int i = 0; i < times; i++) acquired += limiter.tryAcquire(now) ? 1 : 0;
    return acquired;
  }

  @Test
  void aBurstAndThenTheRate() {
    assertTrue(limiter.isFull(now));
    assertEquals(100, acquired(300));
    assertFalse(limiter.isFull(now));
    now += 1_000 * MS;
    assertEquals(50, acquired(300));
    now += 60_000 * MS;
    assertTrue(limiter.isFull(now));
    assertEquals(100, acquired(300), "rest is not saved up");
  }

  @Test
  void moreThanABurstGoesWhenNothingIsTakenAndIsPaidOffAfter() {
    assertTrue(limiter.has(1_000, now));
    limiter.acquire(200, now);
    now += 2_000 * MS;
    assertFalse(limiter.has(1, now), "100 of 200 are paid off");
    now += 20 * MS;
    assertTrue(limiter.has(1, now));
    assertFalse(limiter.has(2, now));
    now += 1_979 * MS;
    assertFalse(limiter.has(1_000, now));
    now += MS;
    assertTrue(limiter.has(1_000, now));
  }

  @Property
  void neverMoreThanTheRateAndABurst(
      @ForAll @Size(max = 300) List<@IntRange(min = 0, max = 60) Integer> pauses) {
    RateLimiter fresh = new RateLimiter(RATE, now);
    long start = now;
    int acquired = 0;
    for (int pause : pauses) {
      now += pause * MS;
      for (int i = 0; i < 5; i++) if (fresh.tryAcquire(now)) acquired++;
      assertTrue(acquired <= 100 + (now - start) / (20 * MS));
    }
  }

  @Test
  void aRateThatLimitsNothingIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Rate(0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Rate(1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Rate(1_000_001, 1));
  }
}
