package io.plenary.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class KeyedRateLimiterTest {
  private static final long MS = 1_000_000;
  private long now = -5;
  private final KeyedRateLimiter rates = new KeyedRateLimiter(Limits.REACTIONS, () -> now);

  private int allowed(int times) {
    int allowed = 0;
    for (int i = 0; i < times; i++) allowed += rates.tryAcquire("one") ? 1 : 0;
    return allowed;
  }

  @Test
  void fourAtOnceThenTwoASecond() {
    assertEquals(4, allowed(10));
    now += 499 * MS;
    assertFalse(rates.tryAcquire("one"));
    now += MS;
    assertEquals(1, allowed(10));
    assertTrue(rates.tryAcquire("two"), "each by themselves");
    now += 60_000 * MS;
    assertEquals(4, allowed(10), "rest is not saved up");
  }

  @Property
  void neverMoreThanTwoASecondAndThreeBeside(
      @ForAll @Size(max = 300) List<@IntRange(min = 0, max = 400) Integer> pauses) {
    KeyedRateLimiter fresh = new KeyedRateLimiter(Limits.REACTIONS, () -> now);
    long start = now;
    int allowed = 0;
    for (int pause : pauses) {
      now += pause * MS;
      if (fresh.tryAcquire("one")) allowed++;
      assertTrue(
          allowed <= 4 + (now - start) / (500 * MS), allowed + " in " + (now - start) / MS + " ms");
    }
  }

  @Property
  void whoKeepsThePaceIsNeverRefused(
      @ForAll @Size(max = 100) List<@IntRange(min = 0, max = 700) Integer> late) {
    KeyedRateLimiter fresh = new KeyedRateLimiter(Limits.REACTIONS, () -> now);
    long sent = now;
    for (int delay : late) {
      sent += 500 * MS;
      now = Math.max(now, sent + delay * MS);
      assertTrue(fresh.tryAcquire("one"), "as it is sent every 500 ms, however late it arrives");
    }
  }

  @Test
  void whoRestsIsForgotten() {
    allowed(4);
    rates.tryAcquire("two");
    rates.sweep();
    assertEquals(2, rates.remembered());
    now += 501 * MS;
    rates.sweep();
    assertEquals(1, rates.remembered());
    now += 2_000 * MS;
    rates.sweep();
    assertEquals(0, rates.remembered());
  }
}
