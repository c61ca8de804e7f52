package io.plenary.kinds.reactions.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final long MS = 1_000_000;
  private long now = -5;
  private final Pace pace = new Pace(() -> now);

  private int allowed(int times) {
    int allowed = 0;
    for (int i = 0; i < times; i++) allowed += pace.allows("one") ? 1 : 0;
    return allowed;
  }

  @Test
  void fourAtOnceThenTwoASecond() {
    assertEquals(4, allowed(10));
    now += 499 * MS;
    assertFalse(pace.allows("one"));
    now += MS;
    assertEquals(1, allowed(10));
    assertTrue(pace.allows("two"), "each by themselves");
    now += 60_000 * MS;
    assertEquals(4, allowed(10), "rest is not saved up");
  }

  @Property
  void neverMoreThanTwoASecondAndThreeBeside(
      @ForAll @Size(max = 300) List<@IntRange(min = 0, max = 400) Integer> pauses) {
    Pace fresh = new Pace(() -> now);
    long start = now;
    int allowed = 0;
    for (int pause : pauses) {
      now += pause * MS;
      if (fresh.allows("one")) allowed++;
      assertTrue(
          allowed <= 4 + (now - start) / (500 * MS), allowed + " in " + (now - start) / MS + " ms");
    }
  }

  @Property
  void whoKeepsThePaceIsNeverRefused(
      @ForAll @Size(max = 100) List<@IntRange(min = 0, max = 700) Integer> late) {
    Pace fresh = new Pace(() -> now);
    long sent = now;
    for (int delay : late) {
      sent += 500 * MS;
      now = Math.max(now, sent + delay * MS);
      assertTrue(fresh.allows("one"), "as it is sent every 500 ms, however late it arrives");
    }
  }

  @Test
  void whoRestsIsForgotten() {
    allowed(4);
    pace.allows("two");
    pace.sweep();
    assertEquals(2, pace.remembered());
    now += 501 * MS;
    pace.sweep();
    assertEquals(1, pace.remembered());
    now += 2_000 * MS;
    pace.sweep();
    assertEquals(0, pace.remembered());
  }
}
