package io.plenary.protocol;

/**
 * Life of a poll within a round. Attendees and stage are told FINAL only once nobody can find out
 * who voted what.
 */
public enum PollState implements WireEnum {
  DRAFT,
  OPEN,
  LOCKED,
  FINAL
}
