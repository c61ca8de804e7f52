package io.plenary.redis.embedded;

import io.plenary.Waiting;
import io.plenary.redis.StoreAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A real redis-server for tests, with whatever settings, that can be frozen, killed and started
 * again. Blocking.
 */
public final class TestRedis implements AutoCloseable {
  public static final String PASSWORD = "test-only";

  private final Path folder;
  private final int port;
  private final List<String> settings;
  private Process process;
  private boolean hasSlots;

  private TestRedis(Path folder, int port, List<String> settings) {
    this.folder = folder;
    this.port = port;
    this.settings = settings;
  }

  /**
   * With AOF, fsync always and {@link #PASSWORD}; {@code settings} come after and win: "--name",
   * "value", ...
   */
  public static TestRedis start(String... settings) {
    try {
      TestRedis redis =
          new TestRedis(
              Files.createTempDirectory("plenary-test-redis-"),
              freePort(),
              Arrays.asList(settings));
      redis.startAgain();
      return redis;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A Cluster of one: it has every slot, and refuses a call whose keys, named or not, are in
   * several.
   */
  public static TestRedis withSlots() {
    try {
      TestRedis redis =
          start("--cluster-enabled", "yes", "--cluster-port", "" + freePort(15_000, 20_000));
      redis.call("CLUSTER ADDSLOTSRANGE 0 16383");
      redis.hasSlots = true;
      redis.awaitSlots();
      return redis;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Two seconds after it was started. */
  private void awaitSlots() {
    Waiting.until(() -> reply("CLUSTER INFO").contains("cluster_state:ok"));
  }

  /**
   * Below the ephemeral range: a client that keeps dialling a dead ephemeral port may connect to
   * itself.
   */
  public static int freePort() throws IOException {
    return freePort(20_000, 30_000);
  }

  /** One of its own range for everything that starts together: a free port is not taken yet. */
  public static int freePort(int from, int to) throws IOException {
    while (true) {
      try (ServerSocket socket = new ServerSocket(ThreadLocalRandom.current().nextInt(from, to))) {
        return socket.getLocalPort();
      } catch (java.net.BindException taken) {
        pause(1);
      }
    }
  }

  public void startAgain() throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                binary().toString(),
                "--port",
                "" + port,
                "--bind",
                "127.0.0.1",
                "--dir",
                folder.toString(),
                "--requirepass",
                PASSWORD,
                "--appendonly",
                "yes",
                "--appendfsync",
                "always",
                "--save",
                ""));
    command.addAll(settings);
    Path log = folder.resolve("log");
    process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    long until = System.nanoTime() + Waiting.LIMIT.toNanos();
    while (!answers()) {
      if (System.nanoTime() > until || !process.isAlive()) {
        throw new IOException(Files.readString(log));
      }
      pause(5);
    }
    if (hasSlots) awaitSlots();
  }

  static Path binary() {
    return RedisBinary.unpack(
        Path.of(System.getProperty("java.io.tmpdir"), "plenary-test-redis-binary"));
  }

  private boolean answers() {
    try {
      return call("PING").equals("+PONG");
    } catch (IOException notYet) {
      return false;
    }
  }

  /**
   * One command without quoting, on a connection of its own; the first line of the reply's content.
   */
  public String call(String command) throws IOException {
    return call(port, PASSWORD, command);
  }

  /** The same of a server that may be gone: then what is wrong. */
  String said(String command) {
    try {
      return call(command);
    } catch (IOException e) {
      return e.toString();
    }
  }

  static String call(int port, String password, String command) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout((int) Waiting.LIMIT.toMillis());
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      socket
          .getOutputStream()
          .write(("AUTH " + password + "\r\n" + command + "\r\n").getBytes(StandardCharsets.UTF_8));
      in.readLine();
      String line = String.valueOf(in.readLine());
      return line.startsWith("$") && !line.equals("$-1") ? in.readLine() : line;
    }
  }

  /** How often the command was carried out, in scripts and beside them. */
  public long calls(String command) {
    Matcher found =
        Pattern.compile("cmdstat_" + command + ":calls=(\\d+)").matcher(reply("INFO commandstats"));
    return found.find() ? Long.parseLong(found.group(1)) : 0;
  }

  /** Names of all keys. */
  public Set<String> keys() {
    return Set.copyOf(lines("KEYS *", line -> !line.startsWith("$") && !line.startsWith("*")));
  }

  /** A figure of INFO. */
  public long number(String section, String name) {
    return lines("INFO " + section, line -> line.startsWith(name + ":")).stream()
        .mapToLong(line -> Long.parseLong(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow();
  }

  /** Lines of a reply that are wanted. */
  private List<String> lines(String command, Predicate<String> wanted) {
    List<String> lines = reply(command).lines().toList();
    return lines.subList(1, lines.size() - 1).stream().filter(wanted).toList();
  }

  /** Of one command and those around it, whole, on a connection of its own. */
  public String reply(String command) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout((int) Waiting.LIMIT.toMillis());
      String sent = "AUTH " + PASSWORD + "\r\n" + command + "\r\nQUIT\r\n";
      socket.getOutputStream().write(sent.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public StoreAddress address() {
    return StoreAddress.local(port, PASSWORD);
  }

  /** Where its files are. */
  public Path folder() {
    return folder;
  }

  /** Whether the text is in one of its files, or one went while it was looked at. */
  public boolean holds(String text) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).anyMatch(file -> contains(file, text));
    } catch (IOException | UncheckedIOException moved) {
      return true;
    }
  }

  private static boolean contains(Path file, String text) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
    } catch (IOException gone) {
      return false;
    }
  }

  public int port() {
    return port;
  }

  public void freeze() {
    signal("STOP");
  }

  public void thaw() {
    signal("CONT");
  }

  public void kill() {
    process.destroyForcibly();
    waitFor(process);
  }

  private void signal(String name) {
    try {
      waitFor(new ProcessBuilder("kill", "-" + name, "" + process.pid()).start());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static void waitFor(Process process) {
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public static void pause(long ms) {
    try {
      Thread.sleep(ms);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    kill();
    deleteTree(folder);
  }

  public static void deleteTree(Path folder) {
    try (var files = Files.walk(folder)) {
      for (Path p : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(p);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
