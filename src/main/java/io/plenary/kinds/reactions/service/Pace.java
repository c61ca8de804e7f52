package io.plenary.kinds.reactions.service;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Two a second for each person, and four at once after a pause: what a phone says evenly may arrive
 * in a bunch. The generic cell rate algorithm (ITU-T I.371): per person one number, the moment at
 * which the next one would be due. Usable from any thread.
 */
final class Pace {
  private static final long EVERY_NANOS = 500_000_000L;
  private static final long AHEAD_NANOS = 3 * EVERY_NANOS;

  private final LongSupplier nanos;
  private final Map<String, Long> due = new ConcurrentHashMap<>();

  Pace(LongSupplier nanos) {
    this.nanos = nanos;
  }

  boolean allows(String person) {
    long now = nanos.getAsLong();
    boolean[] allowed = {false};
    due.compute(
        person,
        (p, last) -> {
          long at = last == null || last - now < 0 ? now : last;
          allowed[0] = at - now <= AHEAD_NANOS;
          return allowed[0] ? Long.valueOf(at + EVERY_NANOS) : last;
        });
    return allowed[0];
  }

  /** Whoever has rested is not remembered. Called now and then. */
  void sweep() {
    long now = nanos.getAsLong();
    due.values().removeIf(at -> at - now < 0);
  }

  int remembered() {
    return due.size();
  }
}
