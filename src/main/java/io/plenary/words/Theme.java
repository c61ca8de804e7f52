package io.plenary.words;

/** Whether a screen is dark, or light for a projector that is weak. */
public enum Theme implements Word {
  DARK,
  LIGHT
}
