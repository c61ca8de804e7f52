package io.plenary.metrics;

import java.util.concurrent.atomic.LongAdder;

/**
 * A number that many threads raise and lower without waiting for each other. Counts whether or not
 * anybody reads it.
 */
public final class Count {
  private final LongAdder adder = new LongAdder();

  public void increment() {
    adder.increment();
  }

  public void decrement() {
    adder.decrement();
  }

  public void add(long n) {
    adder.add(n);
  }

  public long sum() {
    return adder.sum();
  }
}
