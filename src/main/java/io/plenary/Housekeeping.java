package io.plenary;

import io.plenary.Heap.Room;
import io.plenary.metrics.Traffic;
import io.vertx.core.Vertx;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Comparator;
import java.util.Optional;
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

  /** A desk or two need no more room than nobody does. */
  static final long FEW_PEOPLE = 50;

  /**
   * Two minutes. A hall whose network starts anew is back by then, and finds the room that it had.
   */
  static final int GONE_LOOKS = 24;

  /** Beside what idle pages ask for. */
  private static final long QUIET_FRAMES = 50;

  /** Collects what is no longer used, and may take its time. */
  interface Collector {
    void collect(Room room);
  }

  private final Traffic traffic;
  private final LongSupplier votes;
  private final LongSupplier oldBytes;
  private final Collector collect;
  private long frames;
  private long counted;
  private long people;
  private long kept;
  private boolean collecting;

  /** Looks at which few were here, one after the other. */
  private int few;

  /** What the last collection kept. */
  private Room room = Room.NONE;

  /**
   * @param votes that were counted since the server started
   */
  Housekeeping(Traffic traffic, LongSupplier votes) {
    this(traffic, votes, oldObjects(), new Heap()::collect);
  }

  /**
   * @param oldBytes taken by objects that have lived for a while, garbage or not
   */
  Housekeeping(Traffic traffic, LongSupplier votes, LongSupplier oldBytes, Collector collect) {
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
    few = here <= FEW_PEOPLE ? few + 1 : 0;
    Room wanted = few >= GONE_LOOKS ? Room.NONE : few > 0 ? Room.HALL : Room.SOME;
    boolean gone = wanted == Room.NONE && room != Room.NONE;
    if (quiet && !collecting && (worth(here) || gone)) begin(vertx, here, wanted);
  }

  /** What made garbage is over, such as the rehearsal: nobody is waited for when nobody is here. */
  void now(Vertx vertx) {
    if (traffic.connected() == 0) begin(vertx, 0, Room.NONE);
  }

  private void begin(Vertx vertx, long here, Room wanted) {
    if (collecting) return;
    collecting = true;
    vertx
        .executeBlocking(
            () -> {
              collect.collect(wanted);
              return null;
            })
        .onComplete(
            done -> {
              collecting = false;
              room = wanted;
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
