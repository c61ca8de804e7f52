package io.plenary.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Three nodes that tell each other, or do not. */
class SpendingTest {
  private static final long S = 1_000_000_000L;
  private static final Rate RATE = new Rate(1, Duration.ofSeconds(10), 6);
  private static final BackoffPolicy BACKOFF =
      new BackoffPolicy(
          3, Duration.ofSeconds(1), Duration.ofSeconds(60), Duration.ofMinutes(15), 100);
  private long now = -7;
  private final List<Spending> nodes = new ArrayList<>();
  private final List<KeyedRateLimiter> rates = new ArrayList<>();
  private final List<FailureLimiter> failures = new ArrayList<>();

  SpendingTest() {
    for (int i = 0; i < 3; i++) {
      Spending spending = new Spending();
      nodes.add(spending);
      rates.add(new KeyedRateLimiter(RATE, 1_000, () -> now).shared(spending, "rate"));
      failures.add(
          new FailureLimiter(BACKOFF, () -> (now + S) / 1_000_000).shared(spending, "failures"));
    }
  }

  /** How long the longest text was. */
  private int exchange() {
    List<String> said = nodes.stream().map(Spending::drain).toList();
    for (int from = 0; from < 3; from++) {
      for (int to = 0; to < 3; to++) {
        if (from != to) nodes.get(to).heard(said.get(from));
      }
    }
    return said.stream().mapToInt(String::length).max().orElse(0);
  }

  private int takes(int node, int tries) {
    int taken = 0;
    for (int i = 0; i < tries; i++) taken += rates.get(node).tryAcquire("one") ? 1 : 0;
    return taken;
  }

  @Test
  void whatOneTookIsNotThereForTheOthers() {
    assertEquals(4, takes(0, 4));
    exchange();
    assertEquals(2, takes(1, 4));
    exchange();
    assertEquals(0, takes(2, 4));
    rates.get(1).giveBack("one");
    exchange();
    assertEquals(1, takes(2, 4), "it was given back elsewhere");
    exchange();
    now += 10 * S;
    assertEquals(1, takes(0, 4));
    assertTrue(rates.get(1).tryAcquire("two"), "each key by itself");
  }

  @Test
  void whatWasTooMuchIsPaidOff() {
    assertEquals(18, takes(0, 9) + takes(1, 9) + takes(2, 9), "all at once: each its burst");
    exchange();
    now += 60 * S;
    assertEquals(0, takes(0, 9) + takes(1, 9) + takes(2, 9));
    int taken = 0;
    for (int second = 0; second < 600; second++) {
      now += S;
      for (int node = 0; node < 3; node++) {
        taken += takes(node, 3);
        exchange();
      }
    }
    assertTrue(taken <= 60 && taken > 50, taken + " in 600 s");
  }

  @Test
  void failuresElsewhereMakeItSlowerHere() {
    for (int i = 0; i < 3; i++) assertTrue(failures.get(i).attempt("one").isZero());
    exchange();
    for (int i = 0; i < 3; i++) {
      assertEquals(Duration.ofSeconds(1), failures.get(i).attempt("one"));
    }
    now += 2 * S;
    assertTrue(failures.get(2).attempt("one").isZero());
    exchange();
    assertEquals(Duration.ofSeconds(2), failures.get(0).attempt("one"));
    assertTrue(failures.get(0).attempt("other").isZero());
  }

  @Test
  void aFloodIsToldInOneShortText() {
    int[] woken = {0};
    nodes.get(0).listen(() -> woken[0]++);
    for (int i = 0; i < 100_000; i++) rates.get(0).tryAcquire("key" + i % 5_000);
    assertTrue(woken[0] > 0);
    int longest = exchange();
    assertTrue(longest > 0 && longest < 32 * 1024, longest + " characters");
    assertEquals(0, exchange(), "told once");
    assertFalse(rates.get(1).tryAcquire("key0"), "of those that were told");
  }

  @Test
  void whatIsNoneOfItIsPassedOver() {
    nodes.get(0).heard("");
    nodes.get(0).heard("rate one\nrate one x\nrate one 99999999\nother one 3\nrate one two 3\n");
    assertEquals(6, takes(0, 9));
  }
}
