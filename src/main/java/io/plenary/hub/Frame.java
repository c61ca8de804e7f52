package io.plenary.hub;

import io.plenary.protocol.Codec;
import io.plenary.protocol.ServerMessage;
import java.nio.charset.StandardCharsets;

/**
 * A message encoded once for everybody who gets it.
 *
 * @param bytes length of the text in UTF-8
 * @param slot frames of the same slot replace each other while they wait; null: a reply, never replaced
 */
public record Frame(String text, int bytes, String slot) {
  private static final String SNAPSHOT = "snapshot";

  /** A text that is encoded already. */
  Frame(String text, String slot) {
    this(text, text.getBytes(StandardCharsets.UTF_8).length, slot);
  }

  /** A whole state: replaces every waiting frame that is not a reply. */
  public static Frame snapshot(ServerMessage message) {
    return of(message, SNAPSHOT);
  }

  public static Frame latest(ServerMessage message, String slot) {
    return of(message, slot);
  }

  /** An answer to one connection. */
  public static Frame reply(ServerMessage message) {
    return of(message, null);
  }

  boolean replacesAll() {
    return SNAPSHOT.equals(slot);
  }

  private static Frame of(ServerMessage message, String slot) {
    byte[] utf8 = Codec.encode(message);
    return new Frame(new String(utf8, StandardCharsets.UTF_8), utf8.length, slot);
  }
}
