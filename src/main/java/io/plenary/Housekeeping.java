package io.plenary;

import io.plenary.metrics.Traffic;
import io.vertx.core.Vertx;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;

/**
 * Lets the collector give back what is no longer used, at a moment when nobody waits. By itself it
 * looks at old objects only when it needs room for new ones: after a hall has left there are none,
 * and what the hall took would stay. Lives on one context.
 */
final class Housekeeping {
  static final long LOOK_MS = 5_000;

  /** Not worth a pause below. */
  static final long WORTH_BYTES = 8 << 20;

  static final long WORTH_PEOPLE = 200;

  /** Beside what idle pages ask for. */
  private static final long QUIET_FRAMES = 50;

  private final Traffic traffic;
  private final LongSupplier votes;
  private final LongSupplier oldBytes;
  private final Callable<Void> collect;
  private long frames;
  private long counted;
  private long people;
  private long kept;
  private boolean collecting;

  /**
   * @param votes that were counted since the server started
   */
  Housekeeping(Traffic traffic, LongSupplier votes) {
    this(
        traffic,
        votes,
        oldObjects(),
        () -> {
          System.gc();
          return null;
        });
  }

  /**
   * @param oldBytes taken by objects that have lived for a while, garbage or not
   * @param collect may take its time
   */
  Housekeeping(Traffic traffic, LongSupplier votes, LongSupplier oldBytes, Callable<Void> collect) {
    this.traffic = traffic;
    this.votes = votes;
    this.oldBytes = oldBytes;
    this.collect = collect;
    this.frames = traffic.frames();
  }

  void start(Vertx vertx) {
    vertx.setPeriodic(LOOK_MS, id -> look(vertx));
  }

  void look(Vertx vertx) {
    long sent = traffic.frames() - frames;
    frames += sent;
    long here = traffic.connected();
    long votesBefore = counted;
    counted = votes.getAsLong();
    boolean quiet = counted == votesBefore && sent <= here / 2 + QUIET_FRAMES;
    if (quiet && !collecting && worth(here)) begin(vertx, here);
  }

  /** What made garbage is over, such as the rehearsal: nobody is waited for when nobody is here. */
  void now(Vertx vertx) {
    if (traffic.connected() == 0) begin(vertx, 0);
  }

  private void begin(Vertx vertx, long here) {
    if (collecting) return;
    collecting = true;
    vertx
        .executeBlocking(collect)
        .onComplete(
            done -> {
              collecting = false;
              people = here;
              kept = oldBytes.getAsLong();
            });
  }

  private boolean worth(long here) {
    boolean left = people - here > Math.max(WORTH_PEOPLE, people / 4);
    people = Math.max(people, here);
    return left || oldBytes.getAsLong() - kept > WORTH_BYTES;
  }

  /** The largest pool of the heap is that of old objects; a collector that has one pool has it. */
  private static LongSupplier oldObjects() {
    Optional<MemoryPoolMXBean> old =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .max(Comparator.comparingLong(pool -> pool.getUsage().getMax()));
    return () -> old.map(pool -> pool.getUsage().getUsed()).orElse(0L);
  }
}
