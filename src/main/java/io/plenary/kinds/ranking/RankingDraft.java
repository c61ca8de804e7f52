package io.plenary.kinds.ranking;

import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.kinds.ranking.RankingSettings.Unranked;
import io.plenary.voting.BallotDraft;
import io.plenary.voting.BallotState;
import io.plenary.voting.Wording;
import io.plenary.voting.Wording.Labelled;
import io.plenary.words.Results;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ranking as an organiser wrote it, before it was checked.
 *
 * @param options an option without id (null) is new
 */
public record RankingDraft(
    String question,
    List<Labelled> options,
    int places,
    boolean shuffled,
    Unranked unranked,
    @Nullable String abstain,
    Results results)
    implements BallotDraft<RankingSettings> {
  public static final int MAX_OPTIONS = 15;

  @Override
  public String kind() {
    return Ranking.KIND;
  }

  @Override
  public Ranking activity(BallotState at, RankingSettings asked) {
    return new Ranking(at, asked);
  }

  @Override
  public RankingSettings check() {
    String text = Wording.question(question);
    List<Labelled> labels = Wording.options(options, MAX_OPTIONS, "ranking");
    if (places < 1 || places > labels.size()) {
      throw new RuleViolation(
          Reason.BAD_DRAFT,
          "People can give at least 1 place and at most as many as there are options.");
    }
    return new RankingSettings(
        text,
        labels.stream().map(o -> new RankingOption(o.known(), o.text())).toList(),
        places,
        shuffled,
        unranked,
        Wording.abstain(abstain, labels));
  }
}
