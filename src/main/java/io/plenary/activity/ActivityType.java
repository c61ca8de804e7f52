package io.plenary.activity;

import org.jspecify.annotations.Nullable;

/**
 * What a kind says about the lifecycle of its activities: where it differs from other kinds, and
 * how refusals call one.
 */
public interface ActivityType {
  /** Commands that not every kind takes. */
  enum Step {
    OPEN,
    LOCK,
    RESET,
    FINALISE,
    DELETE,
    MOVE,
    DUPLICATE
  }

  /** Of a kind that takes every step. */
  static ActivityType of(String kind, String noun) {
    record Plain(String kind, String noun) implements ActivityType {}
    return new Plain(kind, noun);
  }

  /** The word on the wire. */
  String kind();

  /** What one is called within a sentence, after "this". */
  String noun();

  /**
   * Why activities of this kind never take a step, and what to do instead; null when they take it.
   */
  default @Nullable String objection(Step step) {
    return null;
  }

  /** Why one that was never opened is not finalised. */
  default String neverOpened() {
    return "This " + noun() + " was not opened yet, so there is nothing to finalise.";
  }
}
