package io.plenary.load.phone;

/**
 * What a phone says of one kind, numbered 1, 2, 3, timed from when each was meant to be said, and
 * kept until it is answered. Lives on the phone's event loop; what scenarios read is volatile.
 */
abstract class Sayer {
  /** How many times are remembered. */
  static final int REMEMBERED = 16;

  private final long[] intended = new long[REMEMBERED];
  volatile long lastSent;
  volatile long seq;

  /** All up to this one is answered. */
  volatile long acked;

  /** Writes number {@code n} on the line. */
  protected abstract void write(long n);

  /** Writes what waits. */
  protected abstract void writeWaiting();

  /**
   * @param intendedAt when the person meant to press, {@link System#nanoTime()}
   */
  void begin(long intendedAt) {
    seq++;
    intended[(int) (seq % REMEMBERED)] = intendedAt;
  }

  void send() {
    if (!waits()) return;
    lastSent = System.nanoTime();
    writeWaiting();
  }

  boolean waits() {
    return acked < seq;
  }

  /** Whether it was sent before then and waits for its answer. */
  boolean waitsSince(long nanos) {
    return waits() && lastSent < nanos;
  }

  /** Since number {@code n} was meant to be said; -1 when that is not remembered any more. */
  long since(long n) {
    return n > seq - REMEMBERED ? System.nanoTime() - intended[(int) (n % REMEMBERED)] : -1;
  }

  /** When number {@code n} was meant to be said. */
  long intended(long n) {
    return intended[(int) (n % REMEMBERED)];
  }

  /** Forgets all. Only while nothing is under way. */
  void fresh() {
    seq = 0;
    acked = 0;
  }
}
