package io.plenary.protocol;

import io.plenary.words.Word;

/** What became of an event that was ended: its end can be taken back until it is finalised. */
public enum EventPhase implements Word {
  ENDED,
  FINALISED
}
