package io.plenary.identity;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes of six digits that change every 30 s (RFC 6238 with SHA-1, which is what every program for
 * them knows).
 */
final class Totp {
  static final int DIGITS = 6;
  static final int STEP_S = 30;

  /** Bytes of a secret, as long as the hash (RFC 4226, section 4). */
  static final int SECRET = 20;

  private static final int MODULUS = 1_000_000;
  private static final String ALGORITHM = "HmacSHA1";

  private Totp() {}

  /** In which step of 30 s since 1970 a moment lies. */
  static long step(Instant now) {
    return Math.floorDiv(now.getEpochSecond(), STEP_S);
  }

  /** The code of a step (RFC 4226, section 5.3). */
  static String code(byte[] secret, long step) {
    byte[] hash;
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
    int offset = hash[hash.length - 1] & 0xf;
    int truncated = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fff_ffff;
    return String.format("%0" + DIGITS + "d", truncated % MODULUS);
  }

  /**
   * The step of which this is the code: the present one, or the one before or after it, because
   * clocks differ and people type slowly. Empty when it is none of them, or not after the step that
   * was used last: a code that somebody looked at over a shoulder works once.
   */
  static OptionalLong matching(byte[] secret, String code, Instant now, long usedLast) {
    long present = step(now);
    OptionalLong found = OptionalLong.empty();
    for (long step = present - 1; step <= present + 1; step++) {
      if (Digests.same(code(secret, step), code) && step > usedLast) found = OptionalLong.of(step);
    }
    return found;
  }
}
