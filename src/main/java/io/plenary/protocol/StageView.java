package io.plenary.protocol;

import io.plenary.words.Word;

/** What the stage shows: how to join, or an activity. */
public enum StageView implements Word {
  JOIN,
  ACTIVITY
}
