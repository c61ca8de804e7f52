package io.plenary.load.scenario;

import io.plenary.load.fault.FaultProxy;
import io.plenary.load.net.Line;
import io.plenary.load.phone.Latencies;
import io.plenary.load.phone.Voter;
import java.net.SocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * From the moment a network turns a connection silent until its phone no longer calls itself live.
 */
final class Silences implements FaultProxy.Silence {
  /** From the phone alone. */
  private static final int UPWARDS = 1;

  final Latencies withdrawn = new Latencies();

  /** When each connection went silent, {@link System#nanoTime()}. */
  private final Map<SocketAddress, Long> since = new ConcurrentHashMap<>();

  private final boolean streams;
  private volatile boolean locked;

  /**
   * @param streams whether phones send nothing over the connections that they listen on: upwards
   *     those may be silent for ever
   */
  Silences(boolean streams) {
    this.streams = streams;
    withdrawn.on(true);
  }

  @Override
  public void begins(SocketAddress from, int way) {
    if (!streams || way != UPWARDS) since.put(from, System.nanoTime());
  }

  @Override
  public void over(SocketAddress from) {
    since.remove(from);
  }

  void withdrawn(Line line) {
    Long at = line.from() == null ? null : since.remove(line.from());
    if (at != null && !locked) withdrawn.record(System.nanoTime() - at);
  }

  /** No activity is open any more, so no beat is due, and nobody finds out so soon. */
  void locked() {
    locked = true;
  }

  /**
   * How many phones call themselves live on a connection that has been silent for longer than this.
   */
  long live(List<Voter> voters, long ms) throws InterruptedException {
    long before = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(ms);
    AtomicLong lies = new AtomicLong();
    CountDownLatch asked = new CountDownLatch(voters.size());
    for (Voter v : voters) {
      v.run(
          () -> {
            Long at = v.from() == null ? null : since.get(v.from());
            if (at != null && at < before && v.steady()) lies.incrementAndGet();
            asked.countDown();
          });
    }
    asked.await();
    return lies.get();
  }
}
