package io.plenary.load.phone;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Times from the intended moment to the answer. */
public final class Latencies implements Hooks {
  private final Histogram histogram = new ConcurrentHistogram(TimeUnit.MINUTES.toNanos(5), 3);
  private volatile boolean on;

  public void on(boolean wanted) {
    on = wanted;
  }

  @Override
  public void acked(Voter voter, long seq, long latency) {
    if (on && latency >= 0) histogram.recordValue(latency);
  }

  public void record(long nanos) {
    histogram.recordValue(Math.max(0, nanos));
  }

  /** In milliseconds. */
  public double percentile(double p) {
    return histogram.getValueAtPercentile(p) / 1e6;
  }

  public long count() {
    return histogram.getTotalCount();
  }
}
