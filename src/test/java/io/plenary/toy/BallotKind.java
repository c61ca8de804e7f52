package io.plenary.toy;

import io.plenary.kinds.choice.Polls;
import io.plenary.kinds.number.NumberPolls;
import io.plenary.kinds.points.PointsPolls;
import io.plenary.kinds.ranking.Rankings;
import io.plenary.kinds.rating.Ratings;
import io.plenary.kinds.words.WordClouds;
import io.plenary.voting.Answer;
import io.plenary.voting.BallotPaper;
import io.plenary.voting.BallotType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/**
 * The kinds of ballots that all must be cast, counted and anonymised alike: a new one is added
 * here.
 */
public enum BallotKind {
  CHOICE(
      Polls.PAPER,
      Arbitraries.of("o1", "o2", "o3").set().ofMinSize(1).ofMaxSize(2).map(List::copyOf),
      BallotKind::oneEach),
  NUMBER(NumberPolls.PAPER, NumberPolls.entries(), NumberPolls::adds),
  NUMBER_IN_BINS(NumberPolls.WIDE, NumberPolls.wideEntries(), NumberPolls::wideAdds),
  /** Pebbles to three at most, none to any included. */
  PEBBLES(
      PebbleBallots.PAPER, Arbitraries.of("a", "b", "c").list().ofMaxSize(4), BallotKind::oneEach),
  POINTS(PointsPolls.PAPER, PointsPolls.shares(), PointsPolls::adds),
  RANKING(Rankings.PAPER, Rankings.orders(), Rankings::adds),
  RATING(Ratings.PAPER, Ratings.answers(), Ratings::adds),
  WORDS(WordClouds.PAPER, WordClouds.entries(), WordClouds::adds);

  public final BallotPaper<?, ?> paper;
  private final Arbitrary<List<String>> entries;
  private final Function<List<String>, Map<String, Long>> adds;

  /**
   * @param entries of every answer that people can send and that does not abstain
   * @param adds what such an answer adds to which counter, worked out in another way than the kind
   *     does
   */
  BallotKind(
      BallotPaper<?, ?> paper,
      Arbitrary<List<String>> entries,
      Function<List<String>, Map<String, Long>> adds) {
    this.paper = paper;
    this.entries = entries;
    this.adds = adds;
  }

  /** Everything people can send. */
  public Arbitrary<Answer> answers() {
    return Arbitraries.frequencyOf(
        Tuple.of(4, entries.map(e -> new Answer(e, false))),
        Tuple.of(1, Arbitraries.just(Answer.ABSTAINED)));
  }

  public Arbitrary<String> words() {
    return answers().map(paper::write);
  }

  /** What a ballot adds; nothing when it abstains. */
  public Map<String, Long> adds(String word) {
    return abstains(word) ? Map.of() : adds.apply(paper.answer(word).entries());
  }

  public boolean abstains(String word) {
    return word.equals(BallotType.ABSTAINED);
  }

  private static Map<String, Long> oneEach(List<String> entries) {
    Map<String, Long> counts = new HashMap<>();
    entries.forEach(entry -> counts.merge(entry, 1L, Long::sum));
    return counts;
  }
}
