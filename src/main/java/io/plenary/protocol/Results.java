package io.plenary.protocol;

/** Who is sent the counts: organisers only, the stage too, or all. */
public enum Results implements WireEnum {
  HIDDEN,
  STAGE,
  EVERYONE
}
