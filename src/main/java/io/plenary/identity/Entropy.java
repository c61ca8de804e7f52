package io.plenary.identity;

/**
 * Source of unpredictable bytes; {@code new SecureRandom()::nextBytes} outside tests. Must be safe
 * for every thread that uses it.
 */
@FunctionalInterface
public interface Entropy {
  void fill(byte[] bytes);

  default byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    fill(bytes);
    return bytes;
  }
}
