package io.plenary.hub;

import io.plenary.protocol.Codec;
import io.plenary.protocol.ServerMessage;
import java.nio.charset.StandardCharsets;

/**
 * A message encoded once for everybody who gets it.
 *
 * @param slot frames of the same slot replace each other while they wait; null: a reply, never replaced
 */
public record Frame(String text, String slot) {
  private static final String SNAPSHOT = "snapshot";

  /** A whole state: replaces every waiting frame that is not a reply. */
  public static Frame snapshot(ServerMessage message) {
    return new Frame(encode(message), SNAPSHOT);
  }

  public static Frame latest(ServerMessage message, String slot) {
    return new Frame(encode(message), slot);
  }

  /** An answer to one connection. */
  public static Frame reply(ServerMessage message) {
    return new Frame(encode(message), null);
  }

  boolean replacesAll() {
    return SNAPSHOT.equals(slot);
  }

  private static String encode(ServerMessage message) {
    return new String(Codec.encode(message), StandardCharsets.UTF_8);
  }
}
