package io.plenary.metrics;

import java.util.function.IntConsumer;

/**
 * Measures of the batches of votes.
 *
 * @param size told how many votes each batch holds
 * @param repeated votes that had been counted before
 */
public record BatchMeters(IntConsumer size, Count repeated) {
  /** Measures that nobody reads. */
  public static BatchMeters unread() {
    return new BatchMeters(size -> {}, new Count());
  }
}
