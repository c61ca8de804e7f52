package io.plenary.event;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The picture an event bears on its stages. Only PNG: a picture that can neither run anything nor
 * fetch anything. Pages make one of what an organiser chooses, also of an SVG.
 *
 * @param base64 the file
 * @param name another picture has another name, so that a browser may keep it for ever
 */
public record Logo(String base64, String name) {
  public static final int MAX_BYTES = 40 * 1024;
  private static final int MAX_SIDE = 2_000;
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  /** Signature, length and name of the first chunk, width, height. */
  private static final int HEAD = 24;

  /**
   * @throws RuleViolation {@link Reason#BAD_DRAFT} when it is none, or too large
   */
  public static Logo of(String base64) {
    byte[] file;
    try {
      file = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw bad("The logo is not written in base64.");
    }
    if (file.length > MAX_BYTES) throw bad("The logo has more than 40 KiB. Make it smaller.");
    if (file.length < HEAD || !Arrays.equals(file, 0, 8, SIGNATURE, 0, 8) || !begins(file)) {
      throw bad("The logo is not a PNG picture.");
    }
    if (side(file, 16) > MAX_SIDE || side(file, 20) > MAX_SIDE) {
      throw bad("The logo is wider or higher than " + MAX_SIDE + " pixels. Make it smaller.");
    }
    return named(Base64.getEncoder().encodeToString(file), file);
  }

  /** One that was checked when it came in. */
  public static Logo stored(String base64) {
    return named(base64, Base64.getDecoder().decode(base64));
  }

  private static boolean begins(byte[] file) {
    String chunk = new String(file, 12, 4, StandardCharsets.US_ASCII);
    return chunk.equals("IHDR") && side(file, 16) > 0 && side(file, 20) > 0;
  }

  private static long side(byte[] file, int at) {
    long side = 0;
    for (int i = at; i < at + 4; i++) side = (side << 8) | (file[i] & 0xff);
    return side;
  }

  public byte[] bytes() {
    return Base64.getDecoder().decode(base64);
  }

  private static Logo named(String base64, byte[] file) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(file);
      return new Logo(base64, HexFormat.of().formatHex(digest, 0, 8) + ".png");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  private static RuleViolation bad(String message) {
    return new RuleViolation(Reason.BAD_DRAFT, message);
  }
}
