package io.plenary.redis;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Growing pauses with jitter: between half and the whole of 1, 2, 4 ... times the first, up to the
 * longest. Not thread-safe.
 */
public final class Backoff {
  private final int firstMs;
  private final int longestMs;
  private int nextMs;

  public Backoff(int firstMs, int longestMs) {
    this.firstMs = firstMs;
    this.longestMs = longestMs;
    this.nextMs = firstMs;
  }

  /** Milliseconds to wait now, at least 1; the next pause is longer. */
  public int next() {
    int pause = nextMs;
    nextMs = Math.min(longestMs, nextMs * 2);
    return Math.max(1, pause / 2 + ThreadLocalRandom.current().nextInt(pause / 2 + 1));
  }

  public void reset() {
    nextMs = firstMs;
  }
}
