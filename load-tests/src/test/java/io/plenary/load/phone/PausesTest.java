package io.plenary.load.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.load.net.Line;
import org.junit.jupiter.api.Test;

class PausesTest {
  private static final int TIMES = 2_000;

  /** Milliseconds, the longest of many. */
  private static long longest(int failures, long afterMs) {
    long longest = 0;
    for (int i = 0; i < TIMES; i++) {
      longest = Math.max(longest, Pauses.OF_PAGES.ms(1006, failures, afterMs));
    }
    return longest;
  }

  private static void between(long least, long most, long ms) {
    assertTrue(ms > least && ms <= most, least + " < " + ms + " <= " + most);
  }

  @Test
  void a_page_makes_longer_and_longer_pauses() {
    between(900, 1_000, longest(0, 0));
    between(1_800, 2_000, longest(1, 0));
    between(13_500, 15_000, longest(4, 0));
    between(13_500, 15_000, longest(40, 0));
  }

  @Test
  void where_nobody_listens_a_balancer_goes_on_to_another_server() {
    assertEquals(100, Pauses.OF_PAGES.ms(Line.REFUSED, 7, 0));
    assertTrue(Pauses.OF_PAGES.elsewhere(Line.REFUSED));
    assertFalse(Pauses.OF_PAGES.elsewhere(1006));
    assertFalse(Pauses.SOON.elsewhere(Line.REFUSED));
  }

  @Test
  void who_was_told_when_to_come_back_does_not_come_sooner() {
    for (int i = 0; i < TIMES; i++) assertTrue(Pauses.OF_PAGES.ms(4000, 0, 1_700) > 1_700);
    between(2_600, 2_700, longest(0, 1_700));
  }
}
