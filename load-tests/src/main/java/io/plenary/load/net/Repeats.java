package io.plenary.load.net;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;

/**
 * Which messages reach the server twice over event streams, and how many did. TCP repeats nothing:
 * whoever sends does.
 */
public final class Repeats {
  /** Everything goes once. */
  public static final Repeats NONE = new Repeats(0);

  private final double each;
  private final LongAdder requests = new LongAdder();
  private final LongAdder messages = new LongAdder();
  private final LongAdder retries = new LongAdder();
  private volatile boolean calm;

  /**
   * @param share of the messages that are repeated, half of them in either way
   */
  public Repeats(double share) {
    each = share / 2;
  }

  /** None from now on, but for what goes unanswered. */
  public void calm() {
    calm = true;
  }

  /**
   * Whether to send an answered request again, with its number, after the one behind it: as late as
   * it can come.
   */
  boolean request() {
    return hit();
  }

  /** Whether to send the message a second time as a message of its own. */
  boolean message() {
    boolean hit = hit();
    if (hit) messages.increment();
    return hit;
  }

  private boolean hit() {
    return !calm && ThreadLocalRandom.current().nextDouble() < each;
  }

  void requested() {
    requests.increment();
  }

  void retried() {
    retries.increment();
  }

  /** Answered requests that were sent again. */
  public long requests() {
    return requests.sum();
  }

  /** Messages that were sent twice, each with its own number. */
  public long messages() {
    return messages.sum();
  }

  /** Requests that were sent again because no answer came. */
  public long retries() {
    return retries.sum();
  }
}
