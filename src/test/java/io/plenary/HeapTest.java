package io.plenary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HeapTest {
  private final HotSpotDiagnosticMXBean options =
      ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);

  private String room() {
    return percent("MinHeapFreeRatio") + " to " + percent("MaxHeapFreeRatio");
  }

  private String percent(String option) {
    return options.getVMOption(option).getValue();
  }

  private static long collections() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(each -> Math.max(0, each.getCollectionCount()))
        .sum();
  }

  @ParameterizedTest
  @EnumSource
  void theNextHallHasItsRoom(Heap.Room kept) {
    String room = room();
    long before = collections();
    new Heap().collect(kept);
    assertTrue(collections() > before);
    assertEquals(room, room());
  }
}
