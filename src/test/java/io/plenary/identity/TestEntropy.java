package io.plenary.identity;

import java.util.Random;

/** Bytes that repeat with the seed. */
final class TestEntropy {
  private TestEntropy() {}

  static Entropy seeded(long seed) {
    return new Random(seed)::nextBytes;
  }

  /** These bytes, over and over. */
  static Entropy cycling(int... values) {
    int[] at = {0};
    return bytes -> {
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) values[at[0]++ % values.length];
      }
    };
  }
}
