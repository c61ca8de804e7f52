package io.plenary.redis;

import java.util.concurrent.TimeUnit;

/**
 * How long one connection waits for replies. A server that still answers is not dead, only busy.
 * When the loop itself stood still, replies may be here, unread, so a look that comes late decides
 * nothing; and only what is overdue twice in a row is. Belongs to the link's context.
 */
final class Patience {
  /** What a look finds. */
  enum Finding {
    WELL,
    IDLE,
    OVERDUE
  }

  private final InFlight inFlight;
  private final long longestNanos;
  private final long idleNanos;
  private long lastReply;
  private boolean overdue;

  Patience(InFlight inFlight, LinkOptions options) {
    this.inFlight = inFlight;
    longestNanos = TimeUnit.MILLISECONDS.toNanos(options.commandTimeoutMs());
    idleNanos = TimeUnit.MILLISECONDS.toNanos(options.idlePingMs());
  }

  /** A fresh connection. */
  void begin(long now) {
    lastReply = now;
    overdue = false;
  }

  void heard(long now) {
    lastReply = now;
  }

  Finding look(long now, boolean late) {
    boolean before = overdue;
    overdue = !late && inFlight.oldestAge(now) > longestNanos && now - lastReply > longestNanos;
    if (overdue && before) return Finding.OVERDUE;
    return inFlight.size() == 0 && now - lastReply > idleNanos ? Finding.IDLE : Finding.WELL;
  }
}
