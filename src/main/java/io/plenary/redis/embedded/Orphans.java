package io.plenary.redis.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the redis-server a killed JVM left behind. Call it with the folder's lock held: then
 * whatever still serves the folder belongs to nobody. A process is only touched when it is surely
 * that server: the pid, its start and its program as noted, or (on Linux, where it can be seen) a
 * Redis that works in this very folder.
 */
final class Orphans {
  private static final Logger LOG = LoggerFactory.getLogger(Orphans.class);
  private static final long START_TOLERANCE_MS = 1_500;
  private static final long PATIENCE_MS = 3_000;

  private final Path note;
  private final Path data;

  Orphans(Path folder) {
    note = folder.resolve("redis.pid");
    data = folder.resolve("redis");
  }

  void noteDown(ProcessHandle server) throws IOException {
    OwnFiles.write(note, server.pid() + "\n" + startOf(server) + "\n" + commandOf(server) + "\n");
  }

  void forget() throws IOException {
    Files.deleteIfExists(note);
  }

  void end() throws IOException {
    Optional<ProcessHandle> noted = noted();
    if (noted.isPresent()) end(noted.get());
    forget();
    if (!Files.isDirectory(Path.of("/proc/self")) || !Files.isDirectory(data)) return;
    Path here = data.toRealPath();
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      all.filter(p -> isRedis(p) && worksIn(p, here)).forEach(Orphans::end);
    }
  }

  private static void end(ProcessHandle server) {
    LOG.warn("Ending redis-server {} that an earlier Plenary server left behind", server.pid());
    Processes.end(server, PATIENCE_MS);
  }

  private Optional<ProcessHandle> noted() throws IOException {
    if (!Files.exists(note)) return Optional.empty();
    String[] lines = Files.readString(note).split("\n");
    try {
      long pid = Long.parseLong(lines[0]);
      long start = Long.parseLong(lines[1]);
      return ProcessHandle.of(pid)
          .filter(
              p ->
                  Processes.alive(p)
                      && Math.abs(startOf(p) - start) <= START_TOLERANCE_MS
                      && commandOf(p).equals(lines[2]));
    } catch (NumberFormatException | IndexOutOfBoundsException torn) {
      return Optional.empty();
    }
  }

  private static boolean isRedis(ProcessHandle process) {
    String command = commandOf(process);
    String name = command.substring(command.lastIndexOf('/') + 1);
    return (name.contains("redis") || name.contains("valkey")) && Processes.alive(process);
  }

  private static boolean worksIn(ProcessHandle process, Path folder) {
    try {
      return Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd")).equals(folder);
    } catch (IOException notOurs) {
      return false;
    }
  }

  private static long startOf(ProcessHandle process) {
    return process.info().startInstant().map(java.time.Instant::toEpochMilli).orElse(0L);
  }

  private static String commandOf(ProcessHandle process) {
    return process.info().command().orElse("");
  }
}
