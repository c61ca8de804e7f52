package io.plenary.kinds.choice;

import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.voting.Answer;
import io.plenary.voting.BallotType;
import io.plenary.voting.Contributions;
import io.plenary.voting.Tally;
import java.util.List;

/** A choice of options: kept as {@code "a,b"}, one for each of them, shown as a number for each. */
final class ChoiceBallots implements BallotType<PollQuestion, Choice> {
  @Override
  public Choice read(Answer answer, PollQuestion question) {
    Choice choice = new Choice(answer.entries(), answer.abstain());
    int n = choice.options().size();
    if (n < answer.entries().size()) throw bad("An option stands in this answer twice.");
    if (choice.abstain()) {
      if (n > 0) throw bad("A vote either chooses or abstains.");
      if (question.abstain() == null) throw bad("This poll offers no way to abstain.");
      return choice;
    }
    if (n == 0) throw bad("Choose at least one option.");
    if (n > question.maxChoices()) {
      throw bad(
          question.maxChoices() == 1
              ? "Choose one option."
              : "Choose at most " + question.maxChoices() + " options.");
    }
    if (!question.optionIds().containsAll(choice.options())) {
      throw bad("This option is not in the poll.");
    }
    if (n > 1
        && question.options().stream()
            .anyMatch(o -> o.exclusive() && choice.options().contains(o.id()))) {
      throw bad("One of these options can only be chosen alone.");
    }
    return choice;
  }

  @Override
  public Answer answer(Choice choice) {
    return new Answer(choice.options(), choice.abstain());
  }

  @Override
  public String encode(Choice choice) {
    return choice.abstain() ? ABSTAINED : String.join(",", choice.options());
  }

  @Override
  public Choice decode(String text) {
    return text.equals(ABSTAINED)
        ? Choice.abstaining()
        : new Choice(List.of(text.split(",")), false);
  }

  @Override
  public void contributions(PollQuestion question, Choice choice, Contributions to) {
    choice.options().forEach(to::add);
  }

  /** How many chose each option, in their order. */
  @Override
  public List<Long> result(PollQuestion question, Tally tally) {
    return question.options().stream().map(o -> tally.count(o.id())).toList();
  }

  private static RuleViolation bad(String message) {
    return new RuleViolation(Reason.BAD_ANSWER, message);
  }
}
