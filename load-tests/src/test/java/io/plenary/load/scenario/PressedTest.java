package io.plenary.load.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plenary.load.phone.Latencies;
import io.plenary.load.server.Meter;
import java.util.List;
import org.junit.jupiter.api.Test;

class PressedTest {
  /** A server that does nothing but compile has no other CPU in a burst, idle or not. */
  @Test
  void what_a_server_takes_anyway_is_taken_off_its_compilers_as_off_the_whole() {
    Meter.Reading used = new Meter.Reading(4, new double[] {1.2, 0}, 0, 0, List.of());
    Pressed pressed = new Pressed(0, 0, new Latencies(), 0, 0, 0, used, 1.2, () -> {});
    Idle idle = new Idle(0.1, 0, 0.1);
    assertEquals(800_000, pressed.server(idle), 1e-6);
    assertEquals(pressed.server(idle), pressed.jit(idle), 1e-6);
  }
}
