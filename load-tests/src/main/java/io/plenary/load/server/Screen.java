package io.plenary.load.server;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What a stage was shown, whoever shows it. Fed from one event loop, read by scenarios. */
public final class Screen {
  /**
   * One set of numbers.
   *
   * @param at when it came, {@link System#nanoTime()}
   * @param answered people who voted or abstained
   * @param counts one per option, empty while hidden
   */
  public record Shown(long at, String poll, long answered, List<Long> counts) {}

  private final List<Shown> shown = new ArrayList<>();

  public synchronized void add(Shown next) {
    shown.add(next);
    notifyAll();
  }

  public synchronized void clear() {
    shown.clear();
  }

  public synchronized List<Shown> all() {
    return List.copyOf(shown);
  }

  /** What stands there now; null when nothing was shown yet. */
  public synchronized Shown last() {
    return shown.isEmpty() ? null : shown.get(shown.size() - 1);
  }

  /** The first that is as wanted; null when none came in time. */
  public synchronized Shown await(Predicate<Shown> wanted, long ms) throws InterruptedException {
    long until = System.nanoTime() + ms * 1_000_000;
    for (int i = 0; ; i++) {
      while (i >= shown.size()) {
        long left = (until - System.nanoTime()) / 1_000_000;
        if (left <= 0) return null;
        wait(left);
      }
      if (wanted.test(shown.get(i))) return shown.get(i);
    }
  }
}
