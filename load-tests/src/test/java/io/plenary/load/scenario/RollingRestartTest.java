package io.plenary.load.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RollingRestartTest {
  @Test
  void what_a_page_mends_by_itself_is_no_error_for_a_person() {
    assertEquals(
        0,
        RollingRestart.errors(
            Map.of(
                "HTTP 503",
                7L,
                "error tryAgain",
                5L,
                "error busy",
                2L,
                "overtaken by a newer vote",
                3L)));
  }

  @Test
  void everything_else_is_one() {
    assertEquals(
        10,
        RollingRestart.errors(
            Map.of(
                "refused tooLate",
                1L,
                "sent away: 4100",
                2L,
                "HTTP 500",
                3L,
                "error slowDown",
                4L)));
  }
}
