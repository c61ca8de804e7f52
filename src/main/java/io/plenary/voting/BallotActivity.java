package io.plenary.voting;

import io.plenary.activity.WithResults;

/** An activity in which everybody has one ballot, which counts from when it is sent. */
public interface BallotActivity extends WithResults {
  BallotPaper<?, ?> paper();

  /**
   * Who an organiser chose to see the counts: every new round begins with it, whatever was revealed
   * in this one.
   */
  Results chosen();

  /** Whether every vote shows at once, instead of in steps of several. */
  boolean smallGroup();
}
