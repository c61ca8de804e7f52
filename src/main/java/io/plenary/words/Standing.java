package io.plenary.words;

/** Whether an answer in somebody's own words may be shown, as moderators decided. */
public enum Standing implements Word {
  /** Nobody has decided; the kind says whether it waits for somebody who does. */
  UNDECIDED,
  SHOWN,
  HIDDEN
}
