package io.plenary.protocol;

import io.plenary.words.Word;

/** Why an event is over: those who run it ended it, or its last day is past. */
public enum Over implements Word {
  END,
  DATES
}
