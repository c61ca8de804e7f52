package io.plenary.kinds.reactions;

/** What somebody can show without a word. */
public enum Reaction {
  CLAP,
  HEART,
  IDEA,
  QUESTION
}
