package io.plenary.kinds.choice;

import io.plenary.activity.Activity;
import io.plenary.activity.ActivityDraft;
import io.plenary.activity.Change.Answered;
import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.voting.Wording;
import io.plenary.voting.Wording.Labelled;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A poll as an organiser wrote it, before it was checked.
 *
 * @param options an option without id (null) is new
 */
public record Draft(
    String question,
    List<DraftOption> options,
    int maxChoices,
    @Nullable String abstain,
    Poll.Results results)
    implements ActivityDraft {
  public static final int MAX_OPTIONS = 20;
  private static final Answered HAS_VOTES =
      new Answered(
          Reason.HAS_VOTES,
          "Votes are in, so question and options can no longer be changed. Reset the poll or"
              + " duplicate it.");

  public record DraftOption(@Nullable String id, String text, boolean exclusive) {}

  @Override
  public String kind() {
    return Poll.KIND;
  }

  @Override
  public Poll create(String id) {
    return new Poll(id, 1, 1, check(), Poll.State.DRAFT, results);
  }

  @Override
  public boolean made(Activity found) {
    return ((Poll) found).question().equals(check());
  }

  /**
   * A changed question starts a new round, while there is no vote; who is to see the results may be
   * chosen anew at any time.
   */
  @Override
  public Edit edit(Activity activity) {
    Poll poll = (Poll) activity;
    Question next = check();
    if (!next.equals(poll.question())) return new Edit(poll.asking(next, results), HAS_VOTES);
    return new Edit(poll.chosen() == results ? poll : poll.chosen(results), null);
  }

  /**
   * The question it makes: texts cleaned, new options numbered.
   *
   * @throws RuleViolation {@link Reason#BAD_DRAFT} with what to mend
   */
  public Question check() {
    String text = Wording.question(question);
    List<Labelled> labels =
        Wording.options(
            options.stream().map(o -> new Labelled(o.id(), o.text())).toList(),
            MAX_OPTIONS,
            "poll");
    List<Option> made = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      Labelled label = labels.get(i);
      made.add(new Option(label.known(), label.text(), options.get(i).exclusive()));
    }
    if (maxChoices < 1 || maxChoices > made.size()) {
      throw new RuleViolation(
          Reason.BAD_DRAFT,
          "People can choose at least 1 and at most as many as there are options.");
    }
    return new Question(text, made, maxChoices, Wording.abstain(abstain, labels));
  }
}
