package io.plenary.identity;

import io.plenary.limit.FailureLimiter;
import io.plenary.limit.Limits;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Makes guessing codes, tokens and links slow. A whole conference shares one address, so only what
 * was wrong counts: call it after a try has failed, never before, and whoever is right always gets
 * through. Safe for every thread; memory is bounded.
 */
public final class GuessLimits {
  private static final long MINUTE_MS = 60_000;

  private final FailureLimiter codes;
  private final FailureLimiter links;
  private final int perMinute;
  private final LongSupplier clockMs;

  /** Minute in the upper bits, failures of that minute in the lower 32. */
  private final AtomicLong spent = new AtomicLong();

  /**
   * @param perMinute wrong codes from all addresses together that are answered in one minute
   */
  public GuessLimits(int perMinute) {
    this(perMinute, sinceNow());
  }

  /**
   * @param clockMs milliseconds since some moment before, that never run backwards
   */
  GuessLimits(int perMinute, LongSupplier clockMs) {
    this.perMinute = perMinute;
    this.clockMs = clockMs;
    codes = new FailureLimiter(Limits.GUESSES, clockMs);
    links = new FailureLimiter(Limits.GUESSES, clockMs);
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
    Duration wait = codes.attempt(AddressKey.of(address));
    if (!wait.isZero()) return wait;
    long minute = clockMs.getAsLong() / MINUTE_MS;
    long now = spent.updateAndGet(was -> was >>> 32 == minute ? was + 1 : minute << 32 | 1);
    return (int) now <= perMinute
        ? Duration.ZERO
        : Duration.ofMillis((minute + 1) * MINUTE_MS - clockMs.getAsLong());
  }

  /** A token or a link was wrong. @return how long the answer should be held back */
  public Duration wrongLink(String address) {
    return links.attempt(AddressKey.of(address));
  }
}
