package io.plenary.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.plenary.protocol.ServerMessage.VoteCounted;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlainAnswerTest {
  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }

  @Test
  void isToTheByteWhatTheGeneralWayWrites() {
    for (long n : new long[] {0, 1, 9, 10, 700_000_001, Wire.MAX_INTEGER, -1}) {
      VoteCounted answer = new VoteCounted(n, "p7q2priority", n + 1, "q8_-", n + 2, "7F4KQ-2MX9A");
      assertNotNull(PlainAnswer.of(answer));
      assertEquals(text(Codec.encodeAny(answer)), text(Codec.encode(answer)));
    }
  }

  @Test
  void anyTextIsWrittenAsTheGeneralWayWritesIt() {
    Random random = new Random(24);
    int escaped = 0;
    for (int i = 0; i < 20_000; i++) {
      String[] words = new String[3];
      for (int w = 0; w < 3; w++) {
        words[w] =
            "" + (char) random.nextInt(i % 2 == 0 ? 0x100 : 0xD800) + (char) random.nextInt(0x80);
      }
      VoteCounted answer = new VoteCounted(1, words[0], 2, words[1], 3, words[2]);
      if (PlainAnswer.of(answer) == null) escaped++;
      assertEquals(text(Codec.encodeAny(answer)), text(Codec.encode(answer)));
    }
    assertEquals(true, escaped > 1_000 && escaped < 20_000, escaped + " needed more than copying");
    assertNull(PlainAnswer.of(new VoteCounted(1, "a", 1, "b\"", 1, "c")));
  }
}
