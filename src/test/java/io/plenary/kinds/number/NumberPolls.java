package io.plenary.kinds.number;

import io.plenary.voting.Answer;
import io.plenary.voting.BallotPaper;
import io.plenary.voting.Recount;
import io.plenary.voting.Tally;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;

/** Number polls for tests. */
public final class NumberPolls {
  /** -1 to 1 in halves, and a way to abstain. */
  public static final BallotPaper<NumberSettings, ?> PAPER =
      paper(settings("-1", "1", "0.5", null));

  /** 0 to 4000: more values than there are counters, ten to a bin. */
  public static final BallotPaper<NumberSettings, ?> WIDE = paper(settings("0", "4000", "1", null));

  private NumberPolls() {}

  public static NumberSettings settings(
      String min, String max, String step, @Nullable String right) {
    return new NumberDraft(
            "How many?",
            min,
            max,
            step,
            "years",
            right,
            "I have no view",
            io.plenary.words.Results.STAGE)
        .check();
  }

  public static BallotPaper<NumberSettings, ?> paper(NumberSettings settings) {
    return new BallotPaper<>(new NumberBallots(), settings);
  }

  /** Every answer to {@link #PAPER}. */
  public static Arbitrary<List<String>> entries() {
    return Arbitraries.of("-1", "-0.5", "0", "0.5", "1").map(List::of);
  }

  /** What such an answer adds. */
  public static Map<String, Long> adds(List<String> entries) {
    return Map.of(entries.get(0), 1L);
  }

  /** Answers to {@link #WIDE}. */
  public static Arbitrary<List<String>> wideEntries() {
    return Arbitraries.of("0", "7", "10", "19", "3995", "4000").map(List::of);
  }

  /** What such an answer adds: the last digit goes, because a bin is named by where it begins. */
  public static Map<String, Long> wideAdds(List<String> entries) {
    String value = entries.get(0);
    return Map.of(value.length() == 1 ? "0" : value.substring(0, value.length() - 1) + "0", 1L);
  }

  /** The tally of these answers. */
  static Tally tally(NumberSettings settings, List<BigDecimal> answers) {
    var paper = paper(settings);
    List<String> words =
        answers.stream()
            .map(each -> paper.write(new Answer(List.of(each.toPlainString()), false)))
            .toList();
    return new Recount(Tally.none(1), words).recounted(paper);
  }
}
