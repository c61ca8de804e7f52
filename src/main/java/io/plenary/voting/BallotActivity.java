package io.plenary.voting;

import io.plenary.activity.WithNotes;
import io.plenary.activity.WithResults;
import io.plenary.event.EventDetails;
import io.plenary.words.Results;

/**
 * An activity in which everybody has one ballot, which counts from when it is sent. A kind says
 * what is asked; how it goes from state to state is the same for all: see {@link BallotState}.
 */
public interface BallotActivity extends WithResults, WithNotes {
  /** What is asked: settings that are frozen once a vote is in, and the type of its ballots. */
  BallotPaper<?, ?> paper();

  BallotState at();

  /** The same is asked, in another state. */
  BallotActivity at(BallotState next);

  @Override
  default String id() {
    return at().id();
  }

  @Override
  default long rev() {
    return at().rev();
  }

  @Override
  default long round() {
    return at().round();
  }

  @Override
  default State state() {
    return at().state();
  }

  @Override
  default Results results() {
    return at().results();
  }

  /** Who an organiser chose to see the counts. */
  default Results chosen() {
    return at().chosen();
  }

  /** Whether every vote shows at once, instead of in steps of several. */
  default boolean smallGroup() {
    return at().smallGroup();
  }

  @Override
  default BallotActivity with(State next) {
    return at(at().with(next));
  }

  @Override
  default BallotActivity opened(EventDetails event) {
    return at(at().opened(event));
  }

  @Override
  default BallotActivity shown(Results next) {
    return at(at().shown(next));
  }

  @Override
  default String notes() {
    return at().notes();
  }

  @Override
  default BallotActivity noted(String next) {
    return at(at().noted(next));
  }

  @Override
  default BallotActivity again() {
    return at(at().again());
  }

  @Override
  default BallotActivity fresh(String newId) {
    return at(at().fresh(newId));
  }
}
