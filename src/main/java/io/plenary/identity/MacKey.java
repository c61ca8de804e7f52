package io.plenary.identity;

import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;

/** A secret key for {@link Hmac}. Immutable; prints as nothing. */
public final class MacKey {
  private static final int SHORTEST = 16;

  final SecretKeySpec spec;

  private MacKey(byte[] bytes) {
    if (bytes.length < SHORTEST) {
      throw new IllegalArgumentException("a key of " + bytes.length + " bytes is too short");
    }
    spec = new SecretKeySpec(bytes, Hmac.ALGORITHM);
  }

  /**
   * @param bytes at least 16, copied
   */
  public static MacKey of(byte[] bytes) {
    return new MacKey(bytes);
  }

  /**
   * @param secret base64url without padding, as {@link Ids#secret256()} makes it
   */
  public static MacKey ofSecret(String secret) {
    return new MacKey(Base64.getUrlDecoder().decode(secret));
  }

  /**
   * A key for one purpose, from which neither this key nor that of another purpose can be found:
   * HKDF-Expand of RFC 5869 with SHA-256 and 32 bytes. This key must be uniformly random, which is
   * why no extract step is needed (section 3.3).
   *
   * @param purpose a constant, perhaps with an id at its end
   */
  public MacKey derive(Hmac hmac, String purpose) {
    return new MacKey(hmac.expand(this, "plenary/v1/" + purpose));
  }

  @Override
  public String toString() {
    return "MacKey[…]";
  }
}
