package io.plenary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * How tests wait: for what they need, and until it is there. There is one limit, far beyond what
 * anything takes on a machine that does other work too; it only ends what would never come, and
 * says what that was. {@code -Dpatience=3} makes it three times as long.
 */
public final class Waiting {
  public static final Duration LIMIT =
      Duration.ofMillis((long) (60_000 * Double.parseDouble(System.getProperty("patience", "1"))));
  private static final long LOOK_NANOS = 2_000_000;
  private static final List<String> HELPERS =
      List.of("io.plenary.Waiting", "io.plenary.redis.Await", "io.plenary.e2e.Patience");
  private static final Path SOURCES = Path.of("src/test/java");

  private Waiting() {}

  public static void until(BooleanSupplier holds) {
    until(() -> "", holds);
  }

  /**
   * @param seen the last state, for who reads why it failed
   */
  public static void until(Supplier<String> seen, BooleanSupplier holds) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) throw new AssertionError(inVain() + seen.get());
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  /** What it completes with; what it fails with is thrown, wrapped unless it is unchecked. */
  public static <T> T result(CompletableFuture<T> future) {
    try {
      return future.orTimeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof TimeoutException late && late.getMessage() == null) {
        throw new AssertionError(inVain() + "no answer");
      }
      if (e.getCause() instanceof RuntimeException cause) throw cause;
      if (e.getCause() instanceof Error cause) throw cause;
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Names the line that waits, with its text. */
  private static String inVain() {
    StackTraceElement line =
        StackWalker.getInstance()
            .walk(
                frames ->
                    frames
                        .map(StackWalker.StackFrame::toStackTraceElement)
                        .filter(f -> HELPERS.stream().noneMatch(f.getClassName()::startsWith))
                        .findFirst())
            .orElseThrow();
    return "Waited "
        + LIMIT.toSeconds()
        + " s in vain at "
        + line.getFileName()
        + ":"
        + line.getLineNumber()
        + ": "
        + text(line)
        + "\n";
  }

  private static String text(StackTraceElement line) {
    String folder =
        line.getClassName().substring(0, line.getClassName().lastIndexOf('.')).replace('.', '/');
    try {
      return Files.readAllLines(SOURCES.resolve(folder).resolve(line.getFileName()))
          .get(line.getLineNumber() - 1)
          .strip();
    } catch (IOException | IndexOutOfBoundsException e) {
      return "?";
    }
  }
}
