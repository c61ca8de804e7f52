package io.plenary.load.server;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Every process this run started, so that none outlives it, however it ends. */
public final class Children {
  private final Set<ProcessHandle> alive = ConcurrentHashMap.newKeySet();

  public Children() {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> alive.forEach(ProcessHandle::destroyForcibly), "kill-children"));
  }

  public void note(ProcessHandle process) {
    alive.add(process);
    process.onExit().thenRun(() -> alive.remove(process));
  }

  /** Ends it gently, and after the patience for sure. */
  public static void end(ProcessHandle process, long patienceMs) {
    process.destroy();
    if (!gone(process, patienceMs)) kill(process);
  }

  /** SIGKILL; returns when it is gone. */
  public static void kill(ProcessHandle process) {
    process.destroyForcibly();
    if (!gone(process, 10_000)) {
      throw new IllegalStateException("process " + process.pid() + " cannot be killed");
    }
  }

  private static boolean gone(ProcessHandle process, long ms) {
    try {
      process.onExit().get(ms, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return !process.isAlive();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
