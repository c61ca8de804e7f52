package io.plenary.redis;

import org.jspecify.annotations.Nullable;

/**
 * Asks the Sentinels again and again where the master is. A server that is not the master any more
 * and does not know it yet may still be connected to; what leads there ends when the Sentinels
 * agree on another. Belongs to the dialer's context.
 */
final class MasterWatch {
  /**
   * While a failover is on most Sentinels may name the old master for a moment longer, when some
   * connections lead to the new one.
   */
  private static final int SETTLED_AFTER = 5;

  private final Dialer dialer;
  private final StoreGate gate;
  private @Nullable String agreed;
  private int looks;

  MasterWatch(Dialer dialer, StoreGate gate) {
    this.dialer = dialer;
    this.gate = gate;
  }

  void look() {
    dialer.master().onSuccess(this::met);
  }

  private void met(@Nullable String now) {
    if (now == null) return;
    String before = agreed;
    looks = now.equals(before) ? looks + 1 : 0;
    agreed = now;
    if (before != null && !now.equals(before)) gate.leave(before::equals);
    else if (looks >= SETTLED_AFTER) gate.leave(place -> !place.equals(now));
  }
}
