package io.plenary.words;

/** Which answers in people's own words a moderator looks at. */
public enum AnswerList implements Word {
  /** They are shown only once somebody lets them through. */
  WAITING,
  SHOWN,
  HIDDEN,
  /** They are counted as another. */
  JOINED
}
