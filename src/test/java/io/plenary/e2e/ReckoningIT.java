package io.plenary.e2e;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The reckoning that the crash tests rest on can fail: it sees every fault that is put in on
 * purpose.
 */
@Order(5)
class ReckoningIT {
  private static final int PHONES = 40;

  @ParameterizedTest
  @EnumSource(BrokenScript.class)
  void seesTheFault(BrokenScript fault, @TempDir Path home) {
    ServerProcess server =
        new ServerProcess("broken-" + fault.name().toLowerCase(java.util.Locale.ROOT))
            .shadowedBy(fault.write(home));
    try (Hall hall = new Hall(server, PHONES, 21)) {
      hall.vote();
      Patience.until("some votes", () -> hall.swarm.counted() > 10 * PHONES);
      hall.pause();
      List<String> found = hall.faults();
      System.out.println(fault + ": " + found);
      assertFalse(found.isEmpty(), "the fault was not seen");
    }
  }
}
