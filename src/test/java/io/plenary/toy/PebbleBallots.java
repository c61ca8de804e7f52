package io.plenary.toy;

import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.voting.Answer;
import io.plenary.voting.BallotPaper;
import io.plenary.voting.BallotType;
import io.plenary.voting.Contributions;
import io.plenary.voting.Tally;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A kind of ballot that differs from a choice in everything it can: what is kept is not what is
 * counted, a ballot adds more than one, and one that does not abstain may add nothing. People
 * spread pebbles, sent as {@code "a", "a", "b"}; kept as {@code "a=2;b=1"}.
 */
public final class PebbleBallots implements BallotType<List<String>, Map<String, Integer>> {
  /** Over a, b and c. */
  public static final BallotPaper<List<String>, Map<String, Integer>> PAPER =
      new BallotPaper<>(new PebbleBallots(), List.of("a", "b", "c"));

  private static final String NOTHING = "0";

  @Override
  public Map<String, Integer> read(Answer answer, List<String> options) {
    Map<String, Integer> pebbles = new TreeMap<>();
    if (answer.abstain()) return Map.of("", 0);
    for (String entry : answer.entries()) {
      if (!options.contains(entry)) {
        throw new RuleViolation(Reason.BAD_ANSWER, "Give pebbles to what is offered.");
      }
      pebbles.merge(entry, 1, Integer::sum);
    }
    return pebbles;
  }

  @Override
  public Answer answer(Map<String, Integer> pebbles) {
    if (pebbles.containsKey("")) return Answer.ABSTAINED;
    return new Answer(
        pebbles.entrySet().stream()
            .flatMap(e -> Collections.nCopies(e.getValue(), e.getKey()).stream())
            .toList(),
        false);
  }

  @Override
  public String encode(Map<String, Integer> pebbles) {
    if (pebbles.containsKey("")) return ABSTAINED;
    if (pebbles.isEmpty()) return NOTHING;
    return pebbles.entrySet().stream()
        .map(e -> e.getKey() + "=" + e.getValue())
        .collect(Collectors.joining(";"));
  }

  @Override
  public Map<String, Integer> decode(String text) {
    if (text.equals(ABSTAINED)) return Map.of("", 0);
    Map<String, Integer> pebbles = new TreeMap<>();
    if (text.equals(NOTHING)) return pebbles;
    for (String part : text.split(";")) {
      String[] of = part.split("=");
      pebbles.put(of[0], Integer.parseInt(of[1]));
    }
    return pebbles;
  }

  @Override
  public void contributions(List<String> options, Map<String, Integer> pebbles, Contributions to) {
    pebbles.forEach(to::add);
  }

  @Override
  public List<Long> result(List<String> options, Tally tally) {
    return options.stream().map(tally::count).toList();
  }
}
