package io.plenary.load.server;

import java.util.List;
import java.util.function.Predicate;

/** What a stage was shown, whoever shows it. */
public interface Screen {
  /**
   * One set of numbers.
   *
   * @param at when it came, {@link System#nanoTime()}
   * @param answered people who voted or abstained
   * @param counts one per option, empty while hidden
   */
  record Shown(long at, String poll, long answered, List<Long> counts) {}

  /** The first that is as wanted; null when none came in time. */
  Shown await(Predicate<Shown> wanted, long ms) throws InterruptedException;

  List<Shown> all();

  /** Waits on a list that only grows, and is told of by {@code notifyAll}. */
  static Shown await(List<Shown> shown, Predicate<Shown> wanted, long ms) throws InterruptedException {
    long until = System.nanoTime() + ms * 1_000_000;
    synchronized (shown) {
      for (int i = 0; ; i++) {
        while (i >= shown.size()) {
          long left = (until - System.nanoTime()) / 1_000_000;
          if (left <= 0) return null;
          shown.wait(left);
        }
        if (wanted.test(shown.get(i))) return shown.get(i);
      }
    }
  }
}
