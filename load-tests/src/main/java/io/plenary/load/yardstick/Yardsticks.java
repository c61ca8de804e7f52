package io.plenary.load.yardstick;

import io.plenary.load.Lab;
import io.plenary.load.net.Loops;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The npm project beside this one, and processes of it. */
public final class Yardsticks {
  public static final String MISSING =
      "the yardsticks are not installed (npm ci in load-tests/yardsticks), so their lines are left"
          + " out";
  private static final long READY_S = 20;

  /** Without its install script there is only a text under that name. */
  private static final long A_MEGABYTE = 1 << 20;

  private final Lab lab;
  private final Path home;

  public Yardsticks(Lab lab) {
    this.lab = lab;
    home = lab.project.resolve("load-tests/yardsticks");
  }

  /** A new socket.io with a new Redis. */
  public PeerServer socketIo(Loops loops, Path redis) throws IOException, InterruptedException {
    return new NodeServer(lab, loops, this, redis);
  }

  /** A new Bun with a new Redis. */
  public BunServer bun(Loops loops, Path redis) throws IOException, InterruptedException {
    return new BunServer(lab, loops, this, program().orElseThrow(), redis);
  }

  public boolean hasSocketIo() {
    return Files.isDirectory(home.resolve("node_modules/socket.io"));
  }

  public boolean hasBun() throws IOException {
    return program().isPresent();
  }

  /**
   * The program itself: where its package for this system has it, or, after that package's install
   * script, under Bun's own name.
   */
  private Optional<Path> program() throws IOException {
    Path installed = home.resolve("node_modules/bun/bin/bun.exe");
    Path packages = home.resolve("node_modules/@oven");
    if (!Files.isDirectory(packages)) return Optional.empty();
    try (Stream<Path> all = Files.list(packages)) {
      Optional<Path> own =
          all.map(p -> p.resolve("bin/bun")).filter(Files::isExecutable).findFirst();
      return own.isPresent()
          ? own
          : Optional.of(installed)
              .filter(p -> Files.isExecutable(p) && p.toFile().length() > A_MEGABYTE);
    }
  }

  /** Returns when it says that it is ready. */
  Process run(String program, String script, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path log = lab.fresh("yardstick").resolve("log");
    ProcessBuilder builder =
        new ProcessBuilder(program, home.resolve(script).toString())
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    lab.children.note(process.toHandle());
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_S);
    while (!Files.readString(log).contains("ready")) {
      if (!process.isAlive() || System.nanoTime() > until) {
        process.destroyForcibly();
        throw new IOException(script + " does not come up. It says: " + Files.readString(log));
      }
      Thread.sleep(10);
    }
    return process;
  }
}
