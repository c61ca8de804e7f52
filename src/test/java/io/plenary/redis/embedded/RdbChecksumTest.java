package io.plenary.redis.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RdbChecksumTest {
  @TempDir Path temp;

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** The vector that Redis tests its own with. */
  @Test
  void isTheOneOfRedis() {
    assertEquals(0xe9c6d914c4b8d9caL, RdbChecksum.update(0, ascii("123456789")));
  }

  @Test
  void tellsWhetherASnapshotIsWhole() throws IOException {
    byte[] content = ascii("REDIS0010" + "x".repeat(200_000));
    ByteBuffer file =
        ByteBuffer.allocate(content.length + 8).order(ByteOrder.LITTLE_ENDIAN).put(content);
    Path rdb = temp.resolve("rdb");
    Files.write(rdb, file.array());
    assertTrue(RdbChecksum.fits(rdb), "zeros: none was written");
    file.putLong(content.length, RdbChecksum.update(0, content));
    Files.write(rdb, file.array());
    assertTrue(RdbChecksum.fits(rdb));
    file.put(100_000, (byte) 'y');
    Files.write(rdb, file.array());
    assertFalse(RdbChecksum.fits(rdb));
    Files.write(rdb, ascii("REDIS"));
    assertFalse(RdbChecksum.fits(rdb));
    Files.write(rdb, new byte[20]);
    assertFalse(RdbChecksum.fits(rdb));
  }
}
