package io.plenary.transport;

import io.vertx.core.Vertx;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moments at which connections of one event loop are to be looked at, to the second. One timer for
 * all of them, and none while there is nobody: a timer for each costs more memory than the rest of
 * an idle connection. Lives on its loop.
 */
final class Watch {
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

  /** What is looked at; its place is within itself, so that moving it makes no garbage. */
  abstract static class Entry {
    private @Nullable Entry before;
    private @Nullable Entry after;
    private int slot = NOWHERE;

    /** In seconds since the watch began. */
    private int at;

    /** Its moment has come; it is not watched any more. */
    abstract void due();
  }

  private static final int SLOTS = 128;

  /** While a second is looked at, who is there for a later turn of the wheel. */
  private static final int LATER = SLOTS;

  private static final int NOWHERE = -1;
  private static final long TICK_MS = 1_000;
  private static final long TICK_NANOS = TICK_MS * 1_000_000;

  private final Vertx vertx;
  private final LongSupplier nanos;
  private final @Nullable Entry[] wheel = new Entry[SLOTS + 1];
  private final long began;
  private long tick;
  private int watched;
  private long timer;

  Watch(Vertx vertx) {
    this(vertx, System::nanoTime);
  }

  Watch(Vertx vertx, LongSupplier nanos) {
    this.vertx = vertx;
    this.nanos = nanos;
    this.began = nanos.getAsLong();
  }

  /**
   * Not before so many milliseconds have passed, and at most a second later; instead of what was
   * said of it before.
   */
  void in(long ms, Entry entry) {
    off(entry);
    if (watched == 0) begin();
    long ticks = (nanos.getAsLong() - began + ms * 1_000_000 + TICK_NANOS - 1) / TICK_NANOS;
    entry.at = (int) Math.max(ticks, tick + 1);
    put(entry, entry.at % SLOTS);
    watched++;
  }

  /** It is not to be looked at. */
  void off(Entry entry) {
    if (entry.slot == NOWHERE) return;
    take(entry);
    if (--watched == 0) vertx.cancelTimer(timer);
  }

  private void take(Entry entry) {
    Entry before = entry.before;
    Entry after = entry.after;
    if (before == null) wheel[entry.slot] = after;
    else before.after = after;
    if (after != null) after.before = before;
    entry.before = null;
    entry.after = null;
    entry.slot = NOWHERE;
  }

  private void put(Entry entry, int slot) {
    Entry first = wheel[slot];
    entry.slot = slot;
    entry.after = first;
    if (first != null) first.before = entry;
    wheel[slot] = entry;
  }

  private void begin() {
    tick = (nanos.getAsLong() - began) / TICK_NANOS;
    timer = vertx.setPeriodic(TICK_MS, id -> look());
  }

  /** A loop that was held up has several seconds to look at. */
  void look() {
    long now = (nanos.getAsLong() - began) / TICK_NANOS;
    while (tick < now && watched > 0) {
      tick++;
      look((int) (tick % SLOTS));
    }
  }

  private void look(int slot) {
    // What is looked at may be watched again, which is never the same second.
    for (Entry entry = wheel[slot]; entry != null; entry = wheel[slot]) {
      if (entry.at > tick) {
        take(entry);
        put(entry, LATER);
      } else {
        off(entry);
        guarded(entry);
      }
    }
    for (Entry entry = wheel[LATER]; entry != null; entry = wheel[LATER]) {
      take(entry);
      put(entry, slot);
    }
  }

  /** One that breaks must not keep the others from their moment. */
  private static void guarded(Entry entry) {
    try {
      entry.due();
    } catch (RuntimeException e) {
      LOG.warn("A connection broke while it was looked at", e);
    }
  }
}
