package io.plenary.load.phone;

import io.plenary.load.wire.Golden;
import io.plenary.load.wire.UpvoteTemplate;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntFunction;

/** The Q&A of one room as its phones know it, and what they were answered there. */
public final class Floor {
  public final String activity;
  public final long round;
  public final LongAdder counted = new LongAdder();
  public final LongAdder refused = new LongAdder();
  final Golden golden;
  final UpvoteTemplate upvote;
  private volatile Latencies times;
  private volatile IntFunction<Taste> tastes = number -> null;

  public Floor(Golden golden, String activity, long round) {
    this.golden = golden;
    this.activity = activity;
    this.round = round;
    upvote = new UpvoteTemplate(golden, activity, round);
  }

  /** From now on gets what every upvote took until it was counted; null: nobody does. */
  public void times(Latencies wanted) {
    times = wanted;
  }

  /** What people like who sit down from now on, by the number of their phone. */
  public void tastes(IntFunction<Taste> wanted) {
    tastes = wanted;
  }

  Taste taste(int phone) {
    return tastes.apply(phone);
  }

  void counted(long nanos) {
    counted.increment();
    Latencies to = times;
    if (to != null && nanos >= 0) to.record(nanos);
  }
}
