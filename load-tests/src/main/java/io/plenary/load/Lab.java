package io.plenary.load;

import io.plenary.load.report.Profile;
import io.plenary.load.server.Children;
import io.plenary.load.wire.Golden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a run happens: the project, the server's jar, the JDKs it runs on, a folder for everything
 * that is thrown away.
 */
public final class Lab implements AutoCloseable {
  public final Path project;
  public final Path jar;

  /** What the server runs on; the first one is measured in every scenario. */
  public final List<Jvm> jvms;

  /** Settings of the server beyond the defaults; normally none. */
  public final List<String> serverArgs;

  public final List<String> javaArgs;
  public final Path folder;

  /** Null where nobody asked for it. */
  public final Profile profile;

  public final Golden golden;
  public final Children children = new Children();
  private static final int PORTS = 30;
  private final int firstPort;
  private int ports;
  private int made;

  Lab(Options options) {
    project = options.project == null ? find() : options.project.toAbsolutePath().normalize();
    jar =
        options.jar == null ? project.resolve("target/plenary.jar") : options.jar.toAbsolutePath();
    if (!Files.exists(jar)) {
      throw new IllegalArgumentException(
          "There is no "
              + jar
              + ". Build the server first (mvn -q -DskipTests package in "
              + project
              + ") or give --jar.");
    }
    Path home = options.jdk == null ? Path.of(System.getProperty("java.home")) : options.jdk;
    jvms = Jvm.of(home, options.alsoJdks);
    serverArgs = List.copyOf(options.serverArgs);
    javaArgs = List.copyOf(options.javaArgs);
    firstPort = options.firstPort;
    golden = new Golden(project);
    try {
      folder = Files.createTempDirectory("plenary-load-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    profile = options.profile ? new Profile(folder) : null;
  }

  private static Path find() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("src/main/protocol/v1/golden"))) return at;
    }
    throw new IllegalArgumentException("Run this inside the project, or give --project.");
  }

  /** A new, empty folder. */
  public synchronized Path fresh(String name) {
    try {
      return Files.createDirectories(folder.resolve(name + "-" + ++made));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A port nobody listens on now: another one each time, because nobody may listen yet on the one
   * given out before.
   */
  public synchronized int port() {
    for (int tried = 0; tried < PORTS; tried++) {
      int port = firstPort + ports++ % PORTS;
      if (free(port)) return port;
    }
    throw new IllegalArgumentException(
        "No port is free from "
            + firstPort
            + " to "
            + (firstPort + PORTS - 1)
            + ". Give another --first-port.");
  }

  private static boolean free(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  @Override
  public void close() {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).collect(Collectors.toList())) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException e) {
      System.err.println("Left behind: " + folder + " (" + e.getMessage() + ")");
    }
  }
}
