package io.plenary.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class GuessLimitsTest {
  private final AtomicLong now = new AtomicLong(Duration.ofMinutes(30_000_000).toMillis());
  private final GuessLimits limits = new GuessLimits(100, now::get, SharedLimits.alone());

  @Test
  void waitsGrowPerAddressAndKind() {
    for (int i = 0; i < 20; i++) assertEquals(Duration.ZERO, limits.wrongCode("192.0.2.1"));
    assertEquals(1_000, limits.wrongCode("192.0.2.1").toMillis());
    now.addAndGet(1_000);
    assertEquals(Duration.ZERO, limits.wrongCode("192.0.2.1"));
    assertEquals(2_000, limits.wrongCode("192.0.2.1").toMillis());
    assertEquals(Duration.ZERO, limits.wrongCode("192.0.2.2"), "another address");
    assertEquals(Duration.ZERO, limits.wrongLink("192.0.2.1"), "another kind");
  }

  @Test
  void manyAddressesTogetherHaveABudgetPerMinute() {
    for (int i = 0; i < 100; i++) {
      assertEquals(Duration.ZERO, limits.wrongCode("2001:db8:0:" + Integer.toHexString(i) + "::1"));
    }
    now.addAndGet(20_000);
    Duration wait = limits.wrongCode("192.0.2.77");
    assertEquals(40_000, wait.toMillis(), "until the minute is over");
    now.addAndGet(wait.toMillis());
    assertEquals(Duration.ZERO, limits.wrongCode("192.0.2.78"));
  }

  @Test
  void anHourOfGuessingBuysFewAnswers() {
    int answered = 0;
    for (int i = 0; i < 36_000; i++) {
      now.addAndGet(100);
      if (limits.wrongCode("192.0.2.1").isZero()) answered++;
    }
    assertTrue(answered < 100, "answered: " + answered);
  }
}
