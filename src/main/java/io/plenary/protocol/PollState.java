package io.plenary.protocol;

/** Life of a poll within a round. */
public enum PollState implements WireEnum {
  DRAFT, OPEN, LOCKED
}
