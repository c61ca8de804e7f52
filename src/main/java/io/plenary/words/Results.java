package io.plenary.words;

/** Who is sent the counts of an activity; organisers always are. */
public enum Results implements Word {
  HIDDEN,
  STAGE,
  EVERYONE
}
