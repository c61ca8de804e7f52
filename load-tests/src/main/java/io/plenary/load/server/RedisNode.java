package io.plenary.load.server;

import io.plenary.load.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A redis-server with its settings in a file, where Sentinel has it write whose replica it is. It
 * may be killed and comes back as it was.
 */
final class RedisNode implements AutoCloseable {
  private static final long READY_MS = 15_000;
  private final Lab lab;
  private final String password;
  private final int port;
  private final Path folder;
  private final List<String> command;
  private Process process;

  /**
   * @param kind names its folder
   * @param settings lines of the file, beside port, folder and password
   * @param mode further words of the command line
   */
  RedisNode(
      Lab lab, Path binary, String kind, String password, List<String> settings, String... mode)
      throws IOException {
    this.lab = lab;
    this.password = password;
    port = lab.port();
    folder = lab.fresh(kind);
    Path file = folder.resolve(kind + ".conf");
    List<String> lines =
        new ArrayList<>(
            List.of("port " + port, "bind 127.0.0.1", "dir " + folder, "requirepass " + password));
    lines.addAll(settings);
    Files.write(file, lines);
    command = new ArrayList<>(List.of(binary.toString(), file.toString()));
    command.addAll(List.of(mode));
  }

  /** Returns when it answers. */
  RedisNode start() throws IOException, InterruptedException {
    process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
            .start();
    lab.children.note(process.toHandle());
    long until = System.nanoTime() + READY_MS * 1_000_000;
    while (!answers()) {
      if (!process.isAlive() || System.nanoTime() > until) {
        throw new IOException("redis-server does not answer. Its log:\n" + Files.readString(log()));
      }
      Thread.sleep(5);
    }
    return this;
  }

  private Path log() {
    return folder.resolveSibling(folder.getFileName() + ".log");
  }

  /** Everything that it writes stands there. */
  Path folder() {
    return folder;
  }

  private boolean answers() {
    try {
      return ask("PING").equals("PONG");
    } catch (IOException notYet) {
      return false;
    }
  }

  int port() {
    return port;
  }

  boolean alive() {
    return process.isAlive();
  }

  /** One command on a connection of its own. */
  String ask(String... words) throws IOException {
    try (Resp redis = new Resp(port, password)) {
      return redis.ask(words);
    }
  }

  /** The same, of an answer that is no text. */
  byte[] bytes(String... words) throws IOException {
    try (Resp redis = new Resp(port, password)) {
      return redis.bytes(words);
    }
  }

  void kill() {
    Children.kill(process.toHandle());
  }

  /** Gently; it may be started again. */
  void stop() {
    Children.end(process.toHandle(), 5_000);
  }

  @Override
  public void close() {
    if (process != null) stop();
  }
}
