package io.plenary.metrics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongConsumer;

/**
 * Measures of the calls to the store, by call: a script's or a command's name. Usable from any
 * thread.
 */
public final class StoreMeters {
  private final Map<String, LongConsumer> latencies = new ConcurrentHashMap<>();
  private final Map<String, Count> failures = new ConcurrentHashMap<>();
  private final Function<String, LongConsumer> latency;
  private final Function<String, Count> failure;
  private final Count reconnects;

  StoreMeters(
      Function<String, LongConsumer> latency, Function<String, Count> failure, Count reconnects) {
    this.latency = latency;
    this.failure = failure;
    this.reconnects = reconnects;
  }

  /** Measures that nobody reads. */
  public static StoreMeters unread() {
    return new StoreMeters(call -> nanos -> {}, call -> new Count(), new Count());
  }

  public void answered(String call, long nanos) {
    latencies.computeIfAbsent(call, latency).accept(nanos);
  }

  public void failed(String call) {
    failures.computeIfAbsent(call, failure).increment();
  }

  public void reconnected() {
    reconnects.increment();
  }
}
