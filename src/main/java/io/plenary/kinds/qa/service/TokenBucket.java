package io.plenary.kinds.qa.service;

/**
 * So many bytes a second, and a burst after quiet. What is larger than a burst goes when the bucket
 * is full, and is paid off after.
 */
final class TokenBucket {
  private final double perNano;
  private final int burst;
  private double tokens;
  private long at;

  /**
   * @param now in nanoseconds, like every other time here
   */
  TokenBucket(int perSecond, int burst, long now) {
    this.perNano = perSecond / 1e9;
    this.burst = burst;
    tokens = burst;
    at = now;
  }

  boolean allows(int bytes, long now) {
    tokens = Math.min(burst, tokens + (now - at) * perNano);
    at = now;
    return tokens >= Math.min(bytes, burst);
  }

  void take(int bytes) {
    tokens -= bytes;
  }
}
