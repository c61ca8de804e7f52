package io.plenary.metrics;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.LongConsumer;

/**
 * Makes the meters of a server and puts them into a registry. What it gives out may be used from
 * any thread and never blocks.
 */
public final class Meters {
  private static final List<String> ROLES = List.of("attendee", "stage", "remote", "organiser");
  private static final Duration[] BOUNDS = {
    ms(1), ms(2), ms(5), ms(10), ms(20), ms(50), ms(100), ms(200), ms(500), ms(1_000), ms(2_000),
    ms(5_000)
  };
  private static final double[] SIZES = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000};

  private final MeterRegistry registry;
  private final Traffic traffic = new Traffic();

  /**
   * Held here because the registry does not: one per meter, however many event loops ask for it.
   */
  private final Map<String, Count> counts = new ConcurrentHashMap<>();

  public Meters(MeterRegistry registry) {
    this.registry = registry;
    FunctionCounter.builder(Names.FRAMES_OUT, traffic, Traffic::frames).register(registry);
    FunctionCounter.builder(Names.BYTES_OUT, traffic, Traffic::bytes)
        .baseUnit("bytes")
        .register(registry);
    FunctionCounter.builder(Names.READERS_DROPPED, traffic, Traffic::dropped).register(registry);
    for (String role : ROLES) {
      Gauge.builder(Names.CONNECTIONS, traffic.connections(role), Count::sum)
          .tag("role", role)
          .register(registry);
    }
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  public Traffic traffic() {
    return traffic;
  }

  public Count votes(String outcome) {
    return count(Names.VOTES, Tags.of("outcome", outcome));
  }

  /**
   * Of a kind.
   *
   * @param name of the meter, as at {@link Names}
   */
  public Count outcomes(String name, String outcome) {
    return count(name, Tags.of("outcome", outcome));
  }

  public Count joins(String outcome) {
    return count(Names.JOINS, Tags.of("outcome", outcome));
  }

  /**
   * @param how counts the events that are in memory
   */
  public void eventsLoaded(IntSupplier how) {
    Gauge.builder(Names.EVENTS_LOADED, how, IntSupplier::getAsInt)
        .strongReference(true)
        .register(registry);
  }

  public Count eventFailures() {
    return count(Names.EVENT_FAILURES, Tags.empty());
  }

  public BatchMeters batches() {
    DistributionSummary sizes =
        DistributionSummary.builder(Names.BATCH_SIZE)
            .serviceLevelObjectives(SIZES)
            .register(registry);
    return new BatchMeters(sizes::record, count(Names.VOTES_REPEATED, Tags.empty()));
  }

  /** Takes nanoseconds. */
  public LongConsumer tickLag() {
    return nanos(timer(Names.TICK_LAG).register(registry));
  }

  /** Takes nanoseconds. */
  public LongConsumer loopLag() {
    return nanos(timer(Names.LOOP_LAG).register(registry));
  }

  /**
   * @param up whether the store answers now
   */
  public StoreMeters store(BooleanSupplier up) {
    Gauge.builder(Names.STORE_UP, up, u -> u.getAsBoolean() ? 1 : 0)
        .strongReference(true)
        .register(registry);
    return new StoreMeters(
        call -> nanos(timer(Names.STORE_LATENCY).tag("call", call).register(registry)),
        call -> count(Names.STORE_FAILURES, Tags.of("call", call)),
        count(Names.STORE_RECONNECTS, Tags.empty()));
  }

  private Count count(String name, Tags tags) {
    return counts.computeIfAbsent(
        name + tags,
        key -> {
          Count count = new Count();
          FunctionCounter.builder(name, count, Count::sum).tags(tags).register(registry);
          return count;
        });
  }

  private static Timer.Builder timer(String name) {
    return Timer.builder(name).serviceLevelObjectives(BOUNDS);
  }

  private static LongConsumer nanos(Timer timer) {
    return nanos -> timer.record(nanos, TimeUnit.NANOSECONDS);
  }

  private static Duration ms(long ms) {
    return Duration.ofMillis(ms);
  }
}
