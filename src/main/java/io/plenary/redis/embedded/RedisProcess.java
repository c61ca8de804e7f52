package io.plenary.redis.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run of the server, from start to end. Blocking. */
final class RedisProcess {
  private static final Path SETSID = Path.of("/usr/bin/setsid");
  private static final long READY_MS = 30_000;

  private final Process process;
  private final ServerConfig config;

  private RedisProcess(Process process, ServerConfig config) {
    this.process = process;
    this.config = config;
  }

  static RedisProcess start(Path executable, ServerConfig config) throws IOException {
    List<String> command = new ArrayList<>();
    // A session of its own: Ctrl-C in the terminal must reach us first, and Redis only when the
    // last vote is answered.
    if (Files.isExecutable(SETSID)) command.add(SETSID.toString());
    command.addAll(OwnFiles.UMASK);
    command.add(executable.toString());
    command.add(config.file().toAbsolutePath().toString());
    Process process =
        new ProcessBuilder(command)
            .directory(config.data().toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(config.log().toFile()))
            .start();
    return new RedisProcess(process, config);
  }

  /** Returns when it answers commands; loading may take as long as it takes. */
  void awaitReady() {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(READY_MS);
    while (true) {
      String answer = ask();
      if (answer.equals("+PONG")) return;
      if (!process.isAlive()) {
        throw new StoreStartException("The built-in Redis ended at once. It says: " + lastWords());
      }
      if (!answer.startsWith("-LOADING") && System.nanoTime() > until) {
        throw new StoreStartException(
            "The built-in Redis does not answer after "
                + READY_MS / 1000
                + " s. See "
                + config.log()
                + ".");
      }
      Processes.pause(3);
    }
  }

  private String ask() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), config.port()), 500);
      socket.setSoTimeout(1_000);
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      socket
          .getOutputStream()
          .write(
              ("AUTH " + config.password() + "\r\nPING\r\n").getBytes(StandardCharsets.US_ASCII));
      String signedIn = in.readLine();
      return "+OK".equals(signedIn) ? String.valueOf(in.readLine()) : String.valueOf(signedIn);
    } catch (IOException notYet) {
      return "";
    }
  }

  /**
   * Redis prints what it stumbled over last; a line has the password only if the settings file
   * itself is broken.
   */
  String lastWords() {
    try {
      List<String> lines = Files.readAllLines(config.log(), StandardCharsets.UTF_8);
      String words = String.join(" / ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
      return words.replace(config.password(), "…");
    } catch (IOException e) {
      return "nothing, for its log cannot be read (" + e + ")";
    }
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  boolean ended() {
    return !process.isAlive();
  }

  /** Returns its exit code when it has ended. */
  int awaitEnd() throws InterruptedException {
    return process.waitFor();
  }

  /** SIGTERM lets Redis write what it holds and close its files. */
  void end() {
    Processes.end(process.toHandle(), 5_000);
  }
}
