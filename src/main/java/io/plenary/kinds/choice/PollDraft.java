package io.plenary.kinds.choice;

import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.voting.BallotDraft;
import io.plenary.voting.BallotState;
import io.plenary.voting.Wording;
import io.plenary.voting.Wording.Labelled;
import io.plenary.words.Results;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A poll as an organiser wrote it, before it was checked.
 *
 * @param options an option without id (null) is new
 */
public record PollDraft(
    String question,
    List<DraftOption> options,
    int maxChoices,
    @Nullable String abstain,
    Results results)
    implements BallotDraft<PollQuestion> {
  public static final int MAX_OPTIONS = 20;

  public record DraftOption(@Nullable String id, String text, boolean exclusive) {}

  @Override
  public String kind() {
    return Poll.KIND;
  }

  @Override
  public Poll activity(BallotState at, PollQuestion asked) {
    return new Poll(at, asked);
  }

  @Override
  public PollQuestion check() {
    String text = Wording.question(question);
    List<Labelled> labels =
        Wording.options(
            options.stream().map(o -> new Labelled(o.id(), o.text())).toList(),
            MAX_OPTIONS,
            "poll");
    List<PollOption> made = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      Labelled label = labels.get(i);
      made.add(new PollOption(label.known(), label.text(), options.get(i).exclusive()));
    }
    if (maxChoices < 1 || maxChoices > made.size()) {
      throw new RuleViolation(
          Reason.BAD_DRAFT,
          "People can choose at least 1 and at most as many as there are options.");
    }
    return new PollQuestion(text, made, maxChoices, Wording.abstain(abstain, labels));
  }
}
