package io.plenary.identity;

import io.plenary.limit.FailureLimiter;
import io.plenary.limit.Limits;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Makes guessing codes, tokens and links slow. A whole conference shares one address, so only what
 * was wrong counts: call it after a try has failed, never before, and whoever is right always gets
 * through. All nodes count together. Safe for every thread; memory is bounded.
 */
public final class GuessLimits {
  private static final long MINUTE_MS = 60_000;

  private static final String ALL = "wrong-codes";

  private final SharedLimits shared;
  private final FailureLimiter codes;
  private final FailureLimiter links;
  private final int perMinute;
  private final LongSupplier clockMs;

  /** Minute in the upper bits, failures of that minute in the lower 32. */
  private final AtomicLong spent = new AtomicLong();

  /**
   * @param perMinute wrong codes from all addresses together that are answered in one minute
   */
  public GuessLimits(int perMinute, SharedLimits shared) {
    this(perMinute, sinceNow(), shared);
  }

  /**
   * @param clockMs milliseconds since some moment before, that never run backwards
   */
  GuessLimits(int perMinute, LongSupplier clockMs, SharedLimits shared) {
    this.perMinute = perMinute;
    this.clockMs = clockMs;
    this.shared = shared;
    codes = new FailureLimiter(Limits.GUESSES, clockMs).shared(shared.spending(), "codes");
    links = new FailureLimiter(Limits.GUESSES, clockMs).shared(shared.spending(), "links");
    shared.spending().share(ALL, (key, units) -> spend(Math.max(0, units)));
  }

  /** The time of day can be set back; then whoever failed once would wait for as long. */
  private static LongSupplier sinceNow() {
    long origin = System.nanoTime();
    return () -> (System.nanoTime() - origin) / 1_000_000;
  }

  /**
   * A join code was wrong. @return zero: say so; else how long this address has to wait until it is
   * told again
   */
  public Duration wrongCode(String address) {
    Duration wait = codes.attempt(shared.address(address));
    if (!wait.isZero()) return wait;
    shared.spending().took(ALL, "-", 1);
    long next = (clockMs.getAsLong() / MINUTE_MS + 1) * MINUTE_MS;
    return spend(1) <= perMinute ? Duration.ZERO : Duration.ofMillis(next - clockMs.getAsLong());
  }

  /** How many are spent in this minute then. */
  private int spend(int more) {
    long minute = clockMs.getAsLong() / MINUTE_MS;
    return (int) spent.updateAndGet(was -> was >>> 32 == minute ? was + more : minute << 32 | more);
  }

  /** A token or a link was wrong. @return how long the answer should be held back */
  public Duration wrongLink(String address) {
    return links.attempt(shared.address(address));
  }
}
