package io.plenary.redis.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Small things about processes. All of it blocks. */
final class Processes {
  private Processes() {}

  /** A zombie that nobody reaps is as good as gone, though the JDK still calls it alive. */
  static boolean alive(ProcessHandle process) {
    if (!process.isAlive()) return false;
    Path stat = Path.of("/proc/" + process.pid() + "/stat");
    try {
      if (!Files.exists(stat)) return true;
      String line = Files.readString(stat);
      char state = line.charAt(line.lastIndexOf(')') + 2);
      return state != 'Z' && state != 'X';
    } catch (IOException | IndexOutOfBoundsException e) {
      return process.isAlive();
    }
  }

  /** Asks it to end, insists after {@code patienceMs}; returns when it is gone. */
  static void end(ProcessHandle process, long patienceMs) {
    process.destroy();
    if (gone(process, patienceMs)) return;
    process.destroyForcibly();
    if (!gone(process, 10_000)) {
      throw new StoreStartException(
          "Process " + process.pid() + " cannot be ended. End it and start again.");
    }
  }

  private static boolean gone(ProcessHandle process, long withinMs) {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(withinMs);
    while (alive(process)) {
      if (System.nanoTime() > until) return false;
      pause(3);
    }
    return true;
  }

  static void pause(long ms) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(ms));
  }
}
