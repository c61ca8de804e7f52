package io.plenary.load.yardstick;

import io.plenary.load.Lab;
import io.plenary.load.net.JsonLine;
import io.plenary.load.net.Loops;
import io.plenary.load.report.Sheet;
import io.plenary.load.server.Children;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Bun's {@code publish}: C++ under a script of thirty lines, the fastest fan-out that people have
 * at hand.
 */
public final class BunServer implements AutoCloseable {
  private final Process process;
  private final int port;
  private final JsonLine control;

  private BunServer(Lab lab, Loops loops, Yardsticks yardsticks, Path bun)
      throws IOException, InterruptedException {
    port = lab.port();
    process =
        yardsticks.run(
            bun.toString(),
            "fanout.mjs",
            Map.of("PORT", String.valueOf(port), "NODE_ENV", "production"));
    CountDownLatch open = new CountDownLatch(1);
    control =
        new JsonLine("/control", "", null, (message, at) -> open.countDown()).open(loops, port);
    if (!open.await(10, TimeUnit.SECONDS)) throw new IOException("Bun does not answer");
  }

  /** Nothing, and a note on the sheet, when it is not installed. */
  public static Optional<BunServer> start(Lab lab, Loops loops, Sheet sheet)
      throws IOException, InterruptedException {
    Yardsticks yardsticks = new Yardsticks(lab);
    Optional<Path> bun = yardsticks.bun();
    if (bun.isEmpty()) {
      sheet.note(Yardsticks.MISSING);
      return Optional.empty();
    }
    return Optional.of(new BunServer(lab, loops, yardsticks, bun.get()));
  }

  /**
   * One text of that size to every phone; gives when it was asked for, {@link System#nanoTime()}.
   */
  public long publish(int bytes) {
    long sent = System.nanoTime();
    control.send("publish " + bytes);
    return sent;
  }

  public int port() {
    return port;
  }

  public long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    control.close();
    Children.end(process.toHandle(), 3_000);
  }
}
