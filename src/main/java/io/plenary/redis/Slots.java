package io.plenary.redis;

import java.nio.charset.StandardCharsets;

/**
 * Which slot of a Cluster a key is in: CRC16 (XMODEM) of its hash tag, as Redis' specification
 * says.
 */
final class Slots {
  static final int COUNT = 16_384;

  private static final int POLYNOMIAL = 0x1021;
  private static final int[] TABLE = new int[256];

  static {
    for (int i = 0; i < TABLE.length; i++) {
      int crc = i << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) != 0 ? (crc << 1) ^ POLYNOMIAL : crc << 1;
      }
      TABLE[i] = crc & 0xFFFF;
    }
  }

  private Slots() {}

  static int of(String key) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    int from = 0;
    int to = bytes.length;
    int open = find(bytes, '{', 0);
    if (open >= 0) {
      int close = find(bytes, '}', open + 1);
      if (close > open + 1) { // an empty tag is none
        from = open + 1;
        to = close;
      }
    }
    int crc = 0;
    for (int i = from; i < to; i++) {
      crc = ((crc << 8) ^ TABLE[((crc >> 8) ^ bytes[i]) & 0xFF]) & 0xFFFF;
    }
    return crc & (COUNT - 1);
  }

  private static int find(byte[] bytes, char wanted, int from) {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] == wanted) return i;
    }
    return -1;
  }
}
