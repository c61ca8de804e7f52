package io.plenary;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;

/**
 * Collects everything. How much room old objects keep beside what lives is set for a hall that
 * comes ({@code java.args}): with less, everything is collected again and again while it does. Who
 * is there and rests needs less, and nobody needs none: what is more goes back to the system.
 */
final class Heap {
  /** Kept beside what lives, in percent of all the room of old objects. */
  enum Room {
    NONE(0, 5),
    /** For what those who are there will do. */
    SOME(25, 40),
    /** For a hall that comes, as {@code java.args} have it. */
    HALL(100, 100);

    private final int least;
    private final int most;

    Room(int least, int most) {
      this.least = least;
      this.most = most;
    }
  }

  private static final String LEAST_FREE = "MinHeapFreeRatio";
  private static final String MOST_FREE = "MaxHeapFreeRatio";

  private final @Nullable HotSpotDiagnosticMXBean options =
      ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);

  /** Takes a tenth of a second and stops everybody. One at a time. */
  void collect(Room room) {
    HotSpotDiagnosticMXBean vm = options;
    if (vm == null) {
      System.gc();
      return;
    }
    String least = vm.getVMOption(LEAST_FREE).getValue();
    String most = vm.getVMOption(MOST_FREE).getValue();
    // The least is never above the most, on the way in and out.
    vm.setVMOption(LEAST_FREE, lower(least, room.least));
    vm.setVMOption(MOST_FREE, lower(most, room.most));
    try {
      System.gc();
    } finally {
      vm.setVMOption(MOST_FREE, most);
      vm.setVMOption(LEAST_FREE, least);
    }
  }

  private static String lower(String percent, int most) {
    return String.valueOf(Math.min(most, Integer.parseInt(percent)));
  }
}
