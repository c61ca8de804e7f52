package io.plenary.voting;

import io.plenary.activity.Activity;
import io.plenary.activity.ActivityDraft;
import io.plenary.activity.Change.Answered;
import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.words.Results;

/**
 * A ballot activity of one kind as an organiser wrote it, before it was checked.
 *
 * @param <S> settings of what is asked
 */
public interface BallotDraft<S> extends ActivityDraft {
  /** Who is to see the counts. */
  Results results();

  /**
   * What it asks: texts cleaned, whatever is new numbered.
   *
   * @throws RuleViolation {@link Reason#BAD_DRAFT} with what to mend
   */
  S check();

  BallotActivity activity(BallotState at, S asked);

  @Override
  default BallotActivity create(String id) {
    return activity(BallotState.draft(id, results()), check());
  }

  @Override
  default boolean made(Activity found) {
    return ((BallotActivity) found).paper().settings().equals(check());
  }

  /**
   * Whatever else is asked starts a new round, while there is no vote; who is to see the results
   * may be chosen anew at any time.
   */
  @Override
  default Edit edit(Activity found) {
    BallotActivity now = (BallotActivity) found;
    S next = check();
    if (!next.equals(now.paper().settings())) {
      return new Edit(activity(now.at().asking(results()), next), hasVotes(now.type().noun()));
    }
    return new Edit(
        now.chosen() == results() ? now : now.at(now.at().chosen(results())), /* frozen= */ null);
  }

  private static Answered hasVotes(String noun) {
    return new Answered(
        Reason.HAS_VOTES,
        "Votes are in, so what is asked can no longer be changed. Reset the "
            + noun
            + " or duplicate it.");
  }
}
