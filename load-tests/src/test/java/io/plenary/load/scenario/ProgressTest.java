package io.plenary.load.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final Progress progress = new Progress(List.of("burst", "herd", "memory"));

  @Test
  void what_is_left_is_what_comes_after_the_one_that_runs() {
    progress.next();
    assertEquals(List.of("herd", "memory"), progress.left());
    progress.next();
    progress.next();
    assertEquals(List.of(), progress.left());
  }

  @Test
  void a_line_has_the_time_and_how_many_there_are() {
    progress.next();
    progress.next();
    assertEquals(
        "[61:05 min] herd (2 of 3), round 1 of 3: Bun",
        progress.line(Duration.ofSeconds(3_665), ", round 1 of 3: Bun"));
  }
}
