package io.plenary.poll;

import io.plenary.event.Reason;
import io.plenary.event.Refused;

/**
 * Judges a vote before it goes to the store. Whether the poll is still open is judged here only to spare the store: the
 * script that counts decides again, by its own clock and with the grace for votes cast in time.
 */
public final class VoteRules {
  private VoteRules() {}

  /**
   * @throws Refused {@link Reason#NOT_OPEN}, {@link Reason#POLL_CHANGED} or {@link Reason#BAD_CHOICE}
   */
  public static void judge(Poll poll, long round, Choice choice) {
    if (poll.round() != round) {
      throw new Refused(Reason.POLL_CHANGED, "The poll was reset or changed after this vote was made. Vote again.");
    }
    if (poll.state() == Poll.State.DRAFT) throw new Refused(Reason.NOT_OPEN, "This poll is not open for voting.");
    fits(poll.question(), choice);
  }

  private static void fits(Question question, Choice choice) {
    int n = choice.options().size();
    if (choice.abstain()) {
      if (n > 0) throw bad("A vote either chooses or abstains.");
      if (question.abstain() == null) throw bad("This poll offers no way to abstain.");
      return;
    }
    if (n == 0) throw bad("Choose at least one option.");
    if (n > question.maxChoices()) {
      throw bad(question.maxChoices() == 1 ? "Choose one option." : "Choose at most " + question.maxChoices() + " options.");
    }
    if (!question.optionIds().containsAll(choice.options())) throw bad("This option is not in the poll.");
    if (n > 1 && question.options().stream().anyMatch(o -> o.exclusive() && choice.options().contains(o.id()))) {
      throw bad("One of these options can only be chosen alone.");
    }
  }

  private static Refused bad(String message) {
    return new Refused(Reason.BAD_CHOICE, message);
  }
}
