package io.plenary.load.phone;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PausesTest {
  private static final int TIMES = 2_000;

  /** Milliseconds, the longest of many. */
  private static long longest(int failures, long afterMs) {
    long longest = 0;
    for (int i = 0; i < TIMES; i++) {
      longest = Math.max(longest, Pauses.OF_PAGES.ms(failures, afterMs));
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
  void who_was_told_when_to_come_back_does_not_come_sooner() {
    for (int i = 0; i < TIMES; i++) assertTrue(Pauses.OF_PAGES.ms(0, 1_700) > 1_700);
    between(2_600, 2_700, longest(0, 1_700));
  }
}
