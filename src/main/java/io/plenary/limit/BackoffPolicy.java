package io.plenary.limit;

import java.time.Duration;

/**
 * After some failures every further attempt waits twice as long as the one before.
 *
 * @param free failures without any wait
 * @param first the first wait
 * @param longest the longest wait
 * @param forget failures are forgotten after this long without an attempt; longer than {@code
 *     longest}
 * @param capacity keys remembered at most; beyond, the one with the oldest attempt is forgotten
 */
public record BackoffPolicy(
    int free, Duration first, Duration longest, Duration forget, int capacity) {
  public BackoffPolicy {
    if (free < 1
        || capacity < 1
        || first.isNegative()
        || first.isZero()
        || longest.compareTo(first) < 0
        || forget.compareTo(longest) <= 0) {
      throw new IllegalArgumentException("limits that do not limit");
    }
  }
}
