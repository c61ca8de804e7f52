package io.plenary.load.fault;

import java.util.concurrent.atomic.LongAdder;

/** How often each fault struck. */
public final class Counts {
  final LongAdder resets = new LongAdder();
  final LongAdder silenced = new LongAdder();
  final LongAdder stalls = new LongAdder();
  final LongAdder doubled = new LongAdder();

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
}
