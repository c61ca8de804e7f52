package io.plenary.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hashes of secrets that are themselves random, so that plain SHA-256 is enough to store them. */
final class Digests {
  private Digests() {}

  /** SHA-256 of the text in UTF-8, as 43 symbols of base64url. */
  static String sha256(String text) {
    return Ids.base64Url(sha256Bytes(text));
  }

  /** Whether two texts are the same, in a time that says nothing of where they differ. */
  static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] sha256Bytes(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
