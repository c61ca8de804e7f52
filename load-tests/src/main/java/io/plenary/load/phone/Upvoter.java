package io.plenary.load.phone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The upvotes of one person and what became of each: several may wait, and each is answered for
 * itself.
 */
public final class Upvoter extends Sayer {
  /** One upvote, or its withdrawal, that the server said is counted. */
  public record Tap(long seq, int n, boolean on) {}

  private static final byte WAITS = 0;
  private static final byte COUNTED = 1;
  private static final byte REFUSED = 2;
  private final QaPhone phone;
  private final Floor floor;
  private int[] numbers = new int[8];
  private boolean[] on = new boolean[8];
  private byte[] outcome = new byte[8];

  Upvoter(QaPhone phone, Floor floor) {
    this.phone = phone;
    this.floor = floor;
  }

  /**
   * @param intendedAt when the person meant to press, {@link System#nanoTime()}
   */
  void cast(int n, boolean up, long intendedAt) {
    int next = (int) seq + 1;
    if (next == numbers.length) {
      numbers = Arrays.copyOf(numbers, next * 2);
      on = Arrays.copyOf(on, next * 2);
      outcome = Arrays.copyOf(outcome, next * 2);
    }
    numbers[next] = n;
    on[next] = up;
    begin(intendedAt);
    if (!phone.live) return;
    lastSent = System.nanoTime();
    write(seq);
  }

  @Override
  protected void write(long n) {
    phone.line.send(floor.upvote.message(phone.line.alloc(), n, numbers[(int) n], on[(int) n]));
  }

  @Override
  protected void writeWaiting() {
    for (long n = acked + 1; n <= seq; n++) {
      if (outcome[(int) n] == WAITS) write(n);
    }
  }

  /** The tap that was answered now; null when it was answered before. */
  Tap answered(long n, boolean counted) {
    int i = (int) n;
    if (i < 1 || i > seq || outcome[i] != WAITS) return null;
    outcome[i] = counted ? COUNTED : REFUSED;
    long all = acked;
    while (all < seq && outcome[(int) all + 1] != WAITS) all++;
    acked = all;
    return new Tap(n, numbers[i], on[i]);
  }

  /** Everything that was counted, in the order it was made. Only while nothing is under way. */
  public List<Tap> counted() {
    List<Tap> taps = new ArrayList<>();
    for (int i = 1; i <= acked; i++) {
      if (outcome[i] == COUNTED) taps.add(new Tap(i, numbers[i], on[i]));
    }
    return taps;
  }
}
