package io.plenary.load.server;

import io.plenary.load.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A Redis for a yardstick, with the settings that matter as Plenary's own has them. */
public final class RedisServer implements AutoCloseable {
  private static final long READY_MS = 15_000;
  private final Lab lab;
  private final List<String> command;
  private final Path folder;
  private final int port;
  private final List<String> environment;
  private Process process;

  /**
   * @param fsync always, everysec or no
   * @param preload a library for LD_PRELOAD and a file for SYNCED_FILE, or nothing
   */
  public RedisServer(Lab lab, Path binary, String fsync, String... preload) {
    this.lab = lab;
    folder = lab.fresh("redis");
    port = lab.port();
    environment = List.of(preload);
    command =
        List.of(
            binary.toString(),
            "--port",
            String.valueOf(port),
            "--bind",
            "127.0.0.1",
            "--dir",
            folder.toString(),
            "--appendonly",
            "yes",
            "--appendfsync",
            fsync,
            "--no-appendfsync-on-rewrite",
            "no",
            "--save",
            "",
            "--maxmemory-policy",
            "noeviction");
  }

  public RedisServer start() throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(
                    folder.resolveSibling(folder.getFileName() + ".log").toFile()));
    if (!environment.isEmpty()) {
      builder.environment().put("LD_PRELOAD", environment.get(0));
      builder.environment().put("SYNCED_FILE", environment.get(1));
    }
    process = builder.start();
    lab.children.note(process.toHandle());
    long until = System.nanoTime() + READY_MS * 1_000_000;
    while (!answers()) {
      if (!process.isAlive() || System.nanoTime() > until) {
        throw new IOException("redis-server does not answer, see its log");
      }
      Thread.sleep(5);
    }
    return this;
  }

  private boolean answers() {
    try (Resp redis = new Resp(port, null)) {
      return redis.ask("PING").equals("PONG");
    } catch (IOException notYet) {
      return false;
    }
  }

  public int port() {
    return port;
  }

  public long pid() {
    return process.pid();
  }

  public Path folder() {
    return folder;
  }

  public void kill() {
    Children.kill(process.toHandle());
  }

  @Override
  public void close() {
    if (process != null) Children.end(process.toHandle(), 5_000);
  }

  /** The one Plenary carries, unpacked by a server that is started and ended for it. */
  public static Path embedded(Lab lab) throws IOException, InterruptedException {
    try (PlenaryServer unpacks = new PlenaryServer(lab, Map.of())) {
      Path data = unpacks.start().data();
      return binary(data).orElseThrow(() -> new IOException("the server unpacked no redis-server"));
    }
  }

  /** The one Plenary carries, as it unpacked it into a data folder; else one on the PATH. */
  public static Optional<Path> binary(Path data) throws IOException {
    Path bin = data.resolve("bin");
    if (Files.isDirectory(bin)) {
      try (Stream<Path> files = Files.list(bin)) {
        Optional<Path> own =
            files
                .filter(
                    f ->
                        f.getFileName().toString().startsWith("redis-server")
                            && Files.isExecutable(f))
                .findFirst();
        if (own.isPresent()) return own;
      }
    }
    return onPath("redis-server");
  }

  public static Optional<Path> onPath(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
