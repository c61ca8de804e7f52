package io.plenary.protocol;

import io.plenary.words.Word;

/** What the stage shows: how to join, an activity, or nothing at all. */
public enum StageView implements Word {
  JOIN,
  ACTIVITY,
  BLANK
}
