package io.plenary.words;

/**
 * Life of an activity within a round. Attendees and stage are told FINAL only once nobody can find
 * out who voted what.
 */
public enum ActivityState implements Word {
  DRAFT,
  OPEN,
  LOCKED,
  FINAL
}
