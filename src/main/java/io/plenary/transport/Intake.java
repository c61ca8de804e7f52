package io.plenary.transport;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How much of the server's memory holds bodies of requests that are not answered yet. Two shares,
 * so that strangers, who can fill theirs, do not keep out the event file of somebody who is signed
 * in. Usable from any thread.
 *
 * @param requests for what anybody may send
 * @param files for event files
 * @param requestWithinMs how long a body may take to arrive, and what a page waits for an answer at
 *     most
 * @param fileWithinMs the same for an event file: 2 MiB at 140 kbit/s
 */
public record Intake(Share requests, Share files, long requestWithinMs, long fileWithinMs) {
  private static final long REQUEST_WITHIN_MS = 20_000;
  private static final long FILE_WITHIN_MS = 120_000;
  private static final long LEAST = 2L << 20;

  /**
   * As much as a heap of this size can do without. A file is many times its size while it is read.
   */
  public static Intake of(long heap) {
    return new Intake(
        new Share(Math.max(LEAST, heap / 32)),
        new Share(Math.max(LEAST, heap / 64)),
        REQUEST_WITHIN_MS,
        FILE_WITHIN_MS);
  }

  /** Bytes that all bodies of one kind may hold together. */
  static final class Share {
    private final long most;
    private final AtomicLong held = new AtomicLong();

    Share(long most) {
      this.most = most;
    }

    /**
     * @return whether there was room; if not, nothing is taken
     */
    boolean take(long bytes) {
      long now = held.addAndGet(bytes);
      if (now <= most) return true;
      held.addAndGet(-bytes);
      return false;
    }

    void give(long bytes) {
      held.addAndGet(-bytes);
    }

    long held() {
      return held.get();
    }
  }
}
