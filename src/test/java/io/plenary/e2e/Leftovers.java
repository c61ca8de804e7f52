package io.plenary.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Processes that work in a test's folder. Nothing may be left of them when a test ends, however it
 * ends.
 */
final class Leftovers {
  private Leftovers() {}

  /** Every redis-server that works below {@code folder}. */
  static List<ProcessHandle> redisIn(Path folder) {
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      return all.filter(p -> works(p, folder) && p.info().command().orElse("").contains("redis"))
          .toList();
    }
  }

  /** Ends at once whatever works below {@code folder}. */
  static void endAll(Path folder) {
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      all.filter(p -> works(p, folder) && p.pid() != ProcessHandle.current().pid())
          .forEach(ProcessHandle::destroyForcibly);
    }
  }

  /** Also when the JVM of the tests is told to stop. */
  static void endAllAtExit(Path folder) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> endAll(folder)));
  }

  private static boolean works(ProcessHandle process, Path folder) {
    try {
      return process.isAlive()
          && Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd")).startsWith(folder);
    } catch (IOException | SecurityException notOurs) {
      return false;
    }
  }
}
