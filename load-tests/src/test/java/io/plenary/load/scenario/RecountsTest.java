package io.plenary.load.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plenary.load.server.Truth;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecountsTest {
  private final Recounts recounts = new Recounts("master-killed");

  private void found(int lost, int surplus) {
    recounts.add(new Truth.Verdict(10, lost, surplus, 0, List.of()));
  }

  @Test
  void what_is_lost_or_too_many_in_any_of_them_is_a_fault() {
    found(0, 0);
    assertEquals(List.of(), recounts.faults(false));
    found(0, 1);
    found(2, 0);
    assertEquals(
        List.of("master-killed: 2 acknowledged votes lost, 1 too many"), recounts.faults(false));
    assertEquals(3, recounts.times());
  }

  @Test
  void a_check_that_must_see_losses_and_sees_none_is_a_fault() {
    found(0, 0);
    assertEquals(1, recounts.faults(true).size());
    found(1, 1);
    assertEquals(List.of(), recounts.faults(true));
  }
}
