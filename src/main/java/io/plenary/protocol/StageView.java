package io.plenary.protocol;

/** What the stage shows: how to join, or an activity. */
public enum StageView implements WireEnum {
  JOIN,
  ACTIVITY
}
