package io.plenary.identity;

import java.time.Instant;
import org.apache.commons.codec.binary.Base32;

/** A program for codes. */
public final class Codes {
  private Codes() {}

  /**
   * @param later steps of 30 s from now
   */
  public static String of(String secret, int later) {
    return Totp.code(new Base32().decode(secret), Totp.step(Instant.now()) + later);
  }
}
