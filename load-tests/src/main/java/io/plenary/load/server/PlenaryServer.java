package io.plenary.load.server;

import io.plenary.load.Jvm;
import io.plenary.load.Lab;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged server as a process of its own, with the settings a user gets. */
public final class PlenaryServer implements AutoCloseable {
  private static final Pattern SETUP = Pattern.compile("#setup=(\\S+)");
  private static final long READY_WITHIN_S = 60;
  private static final long PRINTED_WITHIN_S = 5;
  private final Lab lab;
  private final Jvm jvm;
  private final Path data;
  private final int port;
  private final Path log;
  private final Map<String, String> environment;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private Program program;
  private Process process;
  private long launchedAt;
  private double readyAfter;

  /**
   * On the Java that every scenario is measured on.
   *
   * @param environment settings that must not stand on a command line, such as REDIS_URL
   */
  public PlenaryServer(Lab lab, Map<String, String> environment) {
    this(lab, lab.jvms.get(0), environment);
  }

  public PlenaryServer(Lab lab, Jvm jvm, Map<String, String> environment) {
    this.lab = lab;
    this.jvm = jvm;
    this.environment = environment;
    program = Program.of(lab.jar);
    data = lab.fresh("data");
    port = lab.port();
    log = data.resolveSibling(data.getFileName() + ".log");
  }

  /** Returns when it is ready to take votes. */
  public PlenaryServer start() throws IOException, InterruptedException {
    launch();
    awaitReady();
    return this;
  }

  /** From its next start on it is this one: another release, as a rule. */
  public void program(Program other) {
    program = other;
  }

  /** Starts the process and returns at once. */
  void launch() throws IOException {
    List<String> command = new ArrayList<>(List.of(jvm.java().toString()));
    Path args =
        lab.jar.resolveSibling(
            "java.args"); // as the README starts it; what it names stands beside the jar's folder
    boolean asUsersDo = Files.exists(args);
    if (asUsersDo) {
      command.add("@" + args);
      command.addAll(ClassArchives.options(lab, jvm));
    }
    command.addAll(lab.javaArgs);
    if (lab.profile != null) command.add(lab.profile.option());
    command.addAll(program.words());
    command.addAll(
        List.of(
            "--host=127.0.0.1",
            "--port=" + port,
            "--data=" + data,
            "--public-url=http://127.0.0.1:" + port));
    command.addAll(lab.serverArgs);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory((asUsersDo ? args.getParent().getParent() : lab.folder).toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    launchedAt = System.nanoTime();
    process = builder.start();
    lab.children.note(process.toHandle());
  }

  /** Returns when it is ready to take votes. */
  void awaitReady() throws IOException, InterruptedException {
    long until = launchedAt + READY_WITHIN_S * 1_000_000_000L;
    while (!ready()) {
      if (!process.isAlive()) {
        throw new IOException("The server ended at once. It says:\n" + Files.readString(log));
      }
      if (System.nanoTime() > until) {
        throw new IOException(
            "The server is not ready after "
                + READY_WITHIN_S
                + " s. See its log:\n"
                + Files.readString(log));
      }
      Thread.sleep(5);
    }
    readyAfter = (System.nanoTime() - launchedAt) / 1e9;
    redisProcess().ifPresent(lab.children::note);
  }

  public boolean ready() throws InterruptedException {
    try {
      HttpRequest ask =
          HttpRequest.newBuilder(URI.create(base() + "/health/ready"))
              .timeout(Duration.ofSeconds(2))
              .build();
      return http.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Seconds from starting the process until it was ready. */
  public double readyAfter() {
    return readyAfter;
  }

  public String base() {
    return "http://127.0.0.1:" + port;
  }

  public Jvm jvm() {
    return jvm;
  }

  public int port() {
    return port;
  }

  public long pid() {
    return process.pid();
  }

  /** The token of the newest set-up link it printed, which comes a moment after it is ready. */
  public String setupToken() throws IOException, InterruptedException {
    long until = System.nanoTime() + PRINTED_WITHIN_S * 1_000_000_000L;
    while (true) {
      Matcher found = SETUP.matcher(Files.readString(log));
      String token = null;
      while (found.find()) token = found.group(1);
      if (token != null) return token;
      if (System.nanoTime() > until) throw new IOException("the server printed no set-up link");
      Thread.sleep(5);
    }
  }

  public java.util.Optional<ProcessHandle> redisProcess() throws IOException {
    Path note = data.resolve("redis.pid");
    if (!Files.exists(note)) return java.util.Optional.empty();
    String first = Files.readString(note).split("\n")[0];
    return first.isBlank() ? java.util.Optional.empty() : ProcessHandle.of(Long.parseLong(first));
  }

  /** The pid of its Redis, -1 when it has none of its own. */
  public long redisPid() throws IOException {
    return redisProcess().map(ProcessHandle::pid).orElse(-1L);
  }

  /** A connection to its own Redis: port and password stand in the settings it wrote. */
  public Resp redis() throws IOException {
    int redisPort = 0;
    String password = null;
    for (String line : Files.readAllLines(data.resolve("redis.conf"))) {
      if (line.startsWith("port ")) redisPort = Integer.parseInt(line.substring(5).strip());
      if (line.startsWith("requirepass ")) password = line.substring(12).strip();
    }
    return new Resp(redisPort, password);
  }

  /** What it wrote down as errors. */
  public List<String> complaints() throws IOException {
    try (java.util.stream.Stream<String> lines = Files.lines(log)) {
      return lines
          .filter(line -> line.contains(" ERROR "))
          .map(line -> line.substring(line.indexOf(" ERROR ") + 1))
          .toList();
    }
  }

  public Path data() {
    return data;
  }

  /** What it wrote down, all starts of it together. */
  public Path log() {
    return log;
  }

  /** kill -9 of the server alone; its Redis is left behind. */
  public void kill() {
    Children.kill(process.toHandle());
  }

  @Override
  public void close() throws IOException {
    stop();
  }

  /** Gracefully, as TERM does; it may be started again. */
  public void stop() throws IOException {
    if (process == null) return;
    ProcessHandle redis = redisProcess().orElse(null);
    Children.end(process.toHandle(), 10_000);
    if (redis != null && redis.isAlive()) Children.end(redis, 5_000);
  }
}
