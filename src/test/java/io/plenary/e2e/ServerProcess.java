package io.plenary.e2e;

import io.plenary.Waiting;
import io.plenary.redis.embedded.TestRedis;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The packaged server as a process of its own: a folder, a port, an environment, started and ended
 * as often as wanted. Its output is kept in target/e2e. Blocking.
 */
final class ServerProcess implements AutoCloseable {
  private static final Path JAR =
      Path.of(System.getProperty("plenary.jar", "target/plenary.jar")).toAbsolutePath();

  private final Path folder;
  private final Path log;
  private final int port;
  private final Map<String, String> environment = new TreeMap<>();
  private final List<String> command = new ArrayList<>();

  /**
   * Where the build is: the options and the archive of classes are found from there, as the README
   * starts it.
   */
  private Path workingFolder = Path.of("").toAbsolutePath();

  private Process process;
  private long logBefore;

  /**
   * @param name of the test: names the log
   */
  ServerProcess(String name) {
    try {
      Files.createDirectories(Path.of("target/e2e"));
      log = Path.of("target/e2e", name + ".log").toAbsolutePath();
      Files.deleteIfExists(log);
      folder = Files.createTempDirectory("plenary-e2e-" + name + "-").toRealPath();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    Leftovers.endAllAtExit(folder);
    port = freePort();
    with("PLENARY_HOST", "127.0.0.1")
        .with("PLENARY_PORT", "" + port)
        .with("PLENARY_DATA", folder.resolve("data").toString())
        .with("PLENARY_WARM_UP", "false"); // many start at once here
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "@target/java.args",
            // It lives for seconds and rehearses nothing: the last compiler costs more than it
            // gives, and the first one comes as early as Java has it by itself.
            "-XX:TieredStopAtLevel=1",
            "-XX:Tier3InvocationThreshold=200",
            "-XX:Tier3MinInvocationThreshold=100",
            "-XX:Tier3CompileThreshold=2000",
            "-jar",
            "target/plenary.jar"));
  }

  private static int freePort() {
    try {
      return TestRedis.freePort();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  ServerProcess with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Options of the Java that runs it, after those of the build. */
  ServerProcess withJava(String... options) {
    command.addAll(2, List.of(options));
    return this;
  }

  /** Starts it by this program, as somebody does who has no build. */
  ServerProcess launchedBy(Path program) {
    workingFolder = folder;
    command.clear();
    command.add(program.toAbsolutePath().toString());
    return this;
  }

  /** Puts a folder in front of the jar on the class path, so that files in it win. */
  ServerProcess shadowedBy(Path front) {
    workingFolder = folder;
    command.subList(1, command.size()).clear();
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-cp",
            front.toAbsolutePath() + ":" + JAR,
            "io.plenary.Main"));
    return this;
  }

  /** Starts it and returns at once. */
  ServerProcess launch(String... arguments) {
    try {
      logBefore = Files.exists(log) ? Files.size(log) : 0;
      List<String> line = new ArrayList<>(command);
      line.addAll(List.of(arguments));
      ProcessBuilder builder =
          new ProcessBuilder(line)
              .directory(workingFolder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder
          .environment()
          .keySet()
          .removeIf(
              k ->
                  k.startsWith("PLENARY_")
                      || k.equals("REDIS_URL")
                      || k.equals("JAVA_TOOL_OPTIONS"));
      builder.environment().putAll(environment);
      process = builder.start();
      return this;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Starts it; returns how long it took until it said it was ready. */
  Duration start() {
    long from = System.nanoTime();
    launch();
    awaitReady();
    return Duration.ofNanos(System.nanoTime() - from);
  }

  void awaitReady() {
    Patience.until(
        () -> "the server to be ready; it says:\n" + output(),
        () -> {
          if (!process.isAlive()) {
            throw new AssertionError(
                "the server ended with " + process.exitValue() + ":\n" + output());
          }
          Patience.pause(20); // each look takes from the server that starts
          return ready();
        });
  }

  boolean ready() {
    return Web.status(base().resolve("/health/ready")) == 200;
  }

  /** As kill -9 does. */
  void kill() {
    process.destroyForcibly();
    exitCode();
  }

  /** As kill does; returns how long it took to end. */
  Duration term() {
    long from = System.nanoTime();
    process.destroy();
    exitCode();
    return Duration.ofNanos(System.nanoTime() - from);
  }

  int exitCode() {
    try {
      if (process.waitFor(Waiting.LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        return process.exitValue();
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    throw new AssertionError(
        "the server did not end within " + Waiting.LIMIT + "; it says:\n" + output());
  }

  /** The one redis-server of this server. */
  ProcessHandle redis() {
    List<ProcessHandle> all = redisProcesses();
    if (all.size() != 1) throw new AssertionError("redis-servers: " + all.size());
    return all.get(0);
  }

  List<ProcessHandle> redisProcesses() {
    return Leftovers.redisIn(folder);
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + port);
  }

  Path folder() {
    return folder;
  }

  long pid() {
    return process.pid();
  }

  /** What it printed since the last start. */
  String output() {
    try (var in = Files.newInputStream(log, StandardOpenOption.READ)) {
      in.skipNBytes(logBefore);
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /**
   * @return the first group of the pattern in what it printed since the last start
   */
  String printed(String pattern) {
    // A server that says it is ready prints it a moment later.
    Pattern wanted = Pattern.compile(pattern);
    Patience.until(
        () -> "no " + pattern + " in:\n" + output(), () -> wanted.matcher(output()).find());
    Matcher matcher = wanted.matcher(output());
    if (!matcher.find()) throw new AssertionError("it was there: " + pattern);
    return matcher.group(1);
  }

  /** Ends everything and removes the folder, if that is not done yet. */
  @Override
  public void close() {
    if (process != null) process.destroyForcibly();
    Leftovers.endAll(folder);
    Patience.until("all processes to end", () -> Leftovers.redisIn(folder).isEmpty());
    if (Files.exists(folder)) TestRedis.deleteTree(folder);
  }
}
