package io.plenary.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  /** RFC 6238, appendix B, of which six digits are the last. */
  @ParameterizedTest
  @CsvSource({
    "59,94287082",
    "1111111109,07081804",
    "1111111111,14050471",
    "1234567890,89005924",
    "2000000000,69279037",
    "20000000000,65353130"
  })
  void theVectorsOfTheStandard(long seconds, String eight) {
    long step = Totp.step(Instant.ofEpochSecond(seconds));
    assertEquals(eight.substring(2), Totp.code(SECRET, step));
  }

  @Test
  void theCodeBeforeAndAfterFitsAndNoneTwice() {
    Instant now = Instant.ofEpochSecond(1_111_111_109L);
    long step = Totp.step(now);
    for (long at = step - 3; at <= step + 3; at++) {
      OptionalLong expected = Math.abs(at - step) <= 1 ? OptionalLong.of(at) : OptionalLong.empty();
      assertEquals(expected, Totp.matching(SECRET, Totp.code(SECRET, at), now, -1));
    }
    assertEquals(
        OptionalLong.empty(), Totp.matching(SECRET, Totp.code(SECRET, step), now, step), "used");
    assertEquals(
        OptionalLong.empty(), Totp.matching(SECRET, Totp.code(SECRET, step - 1), now, step));
    assertEquals(OptionalLong.empty(), Totp.matching(SECRET, "", now, -1));
    assertEquals(OptionalLong.empty(), Totp.matching(SECRET, "1234567", now, -1));
  }
}
