package io.plenary.hub;

import java.nio.charset.StandardCharsets;

/** Frames of any text. */
public final class Frames {
  private Frames() {}

  /**
   * @param slot null: a reply
   */
  public static Frame text(String text, String slot) {
    return text(text, slot, Channel.MAIN);
  }

  static Frame text(String text, String slot, Channel channel) {
    return new Frame(text.getBytes(StandardCharsets.UTF_8), slot, channel);
  }
}
