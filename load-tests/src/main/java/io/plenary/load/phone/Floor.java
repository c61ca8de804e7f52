package io.plenary.load.phone;

import io.plenary.load.wire.Golden;
import io.plenary.load.wire.UpvoteTemplate;
import java.util.concurrent.atomic.LongAdder;

/** The Q&A of one room as its phones know it, and what they were answered there. */
public final class Floor {
  public final String activity;
  public final long round;
  public final LongAdder counted = new LongAdder();
  public final LongAdder refused = new LongAdder();
  final Golden golden;
  final UpvoteTemplate upvote;
  private volatile Latencies times;

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

  void counted(long nanos) {
    counted.increment();
    Latencies to = times;
    if (to != null && nanos >= 0) to.record(nanos);
  }
}
