package io.plenary.redis.embedded;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether a snapshot of Redis (RDB) is what Redis wrote: its last eight bytes are the CRC-64
 * (Jones) of all before them, lowest byte first, or zeros when it wrote none. Blocking.
 */
final class RdbChecksum {
  private static final int CHECKSUM = 8;
  private static final long POLYNOMIAL = 0x95ac9329ac4bc9b5L; // reflected
  private static final byte[] MAGIC = {'R', 'E', 'D', 'I', 'S'};
  private static final long[] TABLE = table();

  private RdbChecksum() {}

  private static long[] table() {
    long[] table = new long[256];
    for (int i = 0; i < table.length; i++) {
      long crc = i;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) != 0 ? crc >>> 1 ^ POLYNOMIAL : crc >>> 1;
      }
      table[i] = crc;
    }
    return table;
  }

  static boolean fits(Path file) throws IOException {
    long left = Files.size(file) - CHECKSUM;
    if (left < MAGIC.length) return false;
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      byte[] begins = in.readNBytes(MAGIC.length);
      if (!java.util.Arrays.equals(begins, MAGIC)) return false;
      long crc = update(update(0, begins), in, left - begins.length);
      long stored = Long.reverseBytes(in.readLong());
      return stored == 0 || stored == crc;
    }
  }

  private static long update(long crc, InputStream in, long bytes) throws IOException {
    byte[] some = new byte[1 << 16];
    long now = crc;
    for (long left = bytes; left > 0; ) {
      byte[] part = left >= some.length ? some : new byte[(int) left];
      if (in.readNBytes(part, 0, part.length) != part.length) return ~now; // cut meanwhile
      now = update(now, part);
      left -= part.length;
    }
    return now;
  }

  static long update(long crc, byte[] bytes) {
    long now = crc;
    for (byte each : bytes) now = TABLE[(int) (now ^ each) & 0xff] ^ now >>> 8;
    return now;
  }
}
