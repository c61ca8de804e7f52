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
public final class PebbleBallots implements BallotType<PebbleSettings, Map<String, Integer>> {
  /** Over a, b and c. */
  public static final BallotPaper<PebbleSettings, Map<String, Integer>> PAPER =
      Pebbles.of("s", Pebbles.State.OPEN).paper();

  private static final String NOTHING = "0";

  @Override
  public Map<String, Integer> read(Answer answer, PebbleSettings asked) {
    Map<String, Integer> pebbles = new TreeMap<>();
    if (answer.abstain()) {
      if (asked.abstain() == null) throw bad("This offers no way to abstain.");
      return Map.of("", 0);
    }
    if (answer.entries().size() > PebbleSettings.MOST) {
      throw bad("There are " + PebbleSettings.MOST + " pebbles.");
    }
    for (String entry : answer.entries()) {
      if (!PebbleSettings.JARS.contains(entry)) throw bad("Give pebbles to what is offered.");
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
  public void contributions(PebbleSettings asked, Map<String, Integer> pebbles, Contributions to) {
    pebbles.forEach(to::add);
  }

  @Override
  public List<Long> result(PebbleSettings asked, Tally tally) {
    return PebbleSettings.JARS.stream().map(tally::count).toList();
  }

  private static RuleViolation bad(String message) {
    return new RuleViolation(Reason.BAD_ANSWER, message);
  }
}
