package io.plenary.kinds.ranking;

import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.voting.Answer;
import io.plenary.voting.BallotType;
import io.plenary.voting.Contributions;
import io.plenary.voting.Tally;
import java.util.List;

/**
 * An order of options: kept as {@code "b>a"}, best first. It adds one for the place of each option
 * it ranks ({@code "b@1"}), and what {@link RankingPairs} count.
 */
final class RankingBallots implements BallotType<RankingSettings, RankOrder> {
  private static final String BEFORE = ">";

  @Override
  public RankOrder read(Answer answer, RankingSettings ranking) {
    List<String> order = answer.entries();
    if (answer.abstain()) {
      if (!order.isEmpty()) throw bad("A vote either ranks or abstains.");
      if (ranking.abstain() == null) throw bad("This ranking offers no way to abstain.");
      return new RankOrder(order);
    }
    if (order.isEmpty()) throw bad("Rank at least one option.");
    if (order.stream().distinct().count() < order.size()) {
      throw bad("Give each option one place at most.");
    }
    if (!ranking.ids().containsAll(order)) throw bad("This option is not in the ranking.");
    if (order.size() > ranking.places()) {
      throw bad(
          ranking.places() == 1
              ? "Rank one option."
              : "Rank at most " + ranking.places() + " options.");
    }
    return new RankOrder(order);
  }

  @Override
  public Answer answer(RankOrder order) {
    return new Answer(order.options(), order.abstains());
  }

  @Override
  public String encode(RankOrder order) {
    return order.abstains() ? ABSTAINED : String.join(BEFORE, order.options());
  }

  @Override
  public RankOrder decode(String text) {
    return new RankOrder(text.equals(ABSTAINED) ? List.of() : List.of(text.split(BEFORE)));
  }

  @Override
  public void contributions(RankingSettings ranking, RankOrder order, Contributions to) {
    List<String> ranked = order.options();
    if (ranked.isEmpty()) return;
    for (int i = 0; i < ranked.size(); i++) to.add(place(ranked.get(i), i + 1));
    new RankingPairs(ranking).add(ranked, to);
  }

  @Override
  public RankingResult.Told result(RankingSettings ranking, Tally tally) {
    return RankingResult.of(ranking, tally).told();
  }

  /**
   * The counter of those who gave an option this place.
   *
   * @param place from 1
   */
  static String place(String option, int place) {
    return option + "@" + place;
  }

  private static RuleViolation bad(String message) {
    return new RuleViolation(Reason.BAD_ANSWER, message);
  }
}
