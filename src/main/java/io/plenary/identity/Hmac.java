package io.plenary.identity;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * HMAC-SHA256. Not safe for several threads: one instance per event loop. Keeps the last key set
 * up, because votes come in runs per poll.
 */
public final class Hmac {
  static final String ALGORITHM = "HmacSHA256";
  static final int SHORT = 16;

  private final Mac mac;
  private @Nullable MacKey current;

  public Hmac() {
    try {
      mac = Mac.getInstance(ALGORITHM);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  /**
   * MAC of {@code label 0x00 text}, both in UTF-8; 32 bytes. Labels hold no 0x00, so no two pairs
   * give the same message.
   */
  byte[] full(MacKey key, String label, String text) {
    use(key);
    mac.update(label.getBytes(StandardCharsets.US_ASCII));
    mac.update((byte) 0);
    return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The first 16 bytes of the MAC, as 22 symbols of base64url. */
  public String shortened(MacKey key, String label, String text) {
    return Ids.base64Url(Arrays.copyOf(full(key, label, text), SHORT));
  }

  /** First and only block of HKDF-Expand (RFC 5869, section 2.3). */
  byte[] expand(MacKey key, String info) {
    use(key);
    mac.update(info.getBytes(StandardCharsets.UTF_8));
    return mac.doFinal(new byte[] {1});
  }

  private void use(MacKey key) {
    if (current == key) {
      return;
    }
    try {
      mac.init(key.spec);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("every key fits HMAC", e);
    }
    current = key;
  }
}
