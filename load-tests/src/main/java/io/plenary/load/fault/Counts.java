package io.plenary.load.fault;

import java.util.concurrent.atomic.LongAdder;

/** How often each fault struck. */
public final class Counts {
  final LongAdder resets = new LongAdder();
  final LongAdder silenced = new LongAdder();
  final LongAdder stalls = new LongAdder();
  final LongAdder doubled = new LongAdder();
  final LongAdder upgraded = new LongAdder();
  final LongAdder refused = new LongAdder();

  public long resets() {
    return resets.sum();
  }

  public long silenced() {
    return silenced.sum();
  }

  public long stalls() {
    return stalls.sum();
  }

  public long doubled() {
    return doubled.sum();
  }

  /** WebSockets that got through. */
  public long upgraded() {
    return upgraded.sum();
  }

  /** WebSockets that were refused on the way. */
  public long refused() {
    return refused.sum();
  }
}
