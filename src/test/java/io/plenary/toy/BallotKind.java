package io.plenary.toy;

import io.plenary.kinds.choice.Polls;
import io.plenary.voting.Answer;
import io.plenary.voting.BallotPaper;
import io.plenary.voting.BallotType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/**
 * The kinds of ballots that all must be cast, counted and sealed alike: a new one is added here.
 */
public enum BallotKind {
  CHOICE(Polls.PAPER, Arbitraries.of("o1", "o2", "o3").set().ofMaxSize(2).map(List::copyOf)),
  /** Points to three at most, none to any included. */
  POINTS(PointsBallots.PAPER, Arbitraries.of("a", "b", "c").list().ofMaxSize(4));

  public final BallotPaper<?, ?> paper;
  private final Arbitrary<List<String>> entries;

  BallotKind(BallotPaper<?, ?> paper, Arbitrary<List<String>> entries) {
    this.paper = paper;
    this.entries = entries;
  }

  /** Everything people can send. */
  public Arbitrary<Answer> answers() {
    Arbitrary<Answer> given =
        entries.filter(e -> this != CHOICE || !e.isEmpty()).map(e -> new Answer(e, false));
    return Arbitraries.frequencyOf(
        Tuple.of(4, given), Tuple.of(1, Arbitraries.just(Answer.ABSTAINED)));
  }

  public Arbitrary<String> words() {
    return answers().map(paper::write);
  }

  /** What a ballot adds, worked out from what would be sent; nothing when it abstains. */
  public Map<String, Long> adds(String word) {
    Map<String, Long> counts = new HashMap<>();
    paper.answer(word).entries().forEach(entry -> counts.merge(entry, 1L, Long::sum));
    return counts;
  }

  public boolean abstains(String word) {
    return word.equals(BallotType.ABSTAINED);
  }
}
