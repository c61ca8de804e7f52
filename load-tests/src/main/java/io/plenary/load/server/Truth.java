package io.plenary.load.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.plenary.load.kinds.BallotKind;
import io.plenary.load.phone.Voter;
import io.plenary.load.wire.Answers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether a final result is the latest acknowledged vote of every phone: every single ballot of the
 * export, the printed counts, and what the server says of its own recount.
 */
public final class Truth {
  /**
   * What was found.
   *
   * @param lost ballots that phones were told are counted, and are not there
   * @param surplus ballots that no phone was told of last
   * @param unanswered phones whose newest vote was never answered; theirs may stand or not
   */
  public record Verdict(int voters, int lost, int surplus, int unanswered, List<String> faults) {
    public Verdict {
      faults = List.copyOf(faults);
    }

    public boolean good() {
      return faults.isEmpty();
    }

    /** What was found in both. */
    public Verdict and(Verdict other) {
      List<String> all = new ArrayList<>(faults);
      all.addAll(other.faults);
      return new Verdict(
          voters + other.voters,
          lost + other.lost,
          surplus + other.surplus,
          unanswered + other.unanswered,
          all);
    }

    @Override
    public String toString() {
      return good()
          ? "tally = latest acknowledged vote of all "
              + voters
              + " voters, recounted from the export"
          : "WRONG: " + String.join("; ", faults);
    }
  }

  private Truth() {}

  /**
   * @param results of one locked activity, as the export has them
   */
  public static Verdict check(
      JsonNode results, Collection<Voter> voters, BallotKind kind, Answers answers) {
    Map<List<String>, Integer> expected = new HashMap<>();
    int voted = 0;
    int unanswered = 0;
    for (Voter v : voters) {
      if (v.seq() > v.acked()) unanswered++;
      if (v.acked() == 0) continue;
      voted++;
      expected.merge(answers.of(v.number, v.acked()), 1, Integer::sum);
    }
    List<String> faults = new ArrayList<>();
    if (unanswered > 0) faults.add(unanswered + " votes were never answered");
    JsonNode ballots = results.get("ballots");
    if (ballots == null || ballots.isNull()) {
      return new Verdict(voted, voted, 0, unanswered, List.of("the export holds no ballots"));
    }
    Map<List<String>, Integer> found = new HashMap<>();
    ballots.forEach(ballot -> found.merge(texts(ballot), 1, Integer::sum));
    int lost = missing(expected, found);
    int surplus = missing(found, expected);
    if (lost > 0) {
      faults.add(
          lost + " acknowledged votes are not in the export, such as " + example(expected, found));
    }
    if (surplus > 0) {
      faults.add(
          surplus
              + " ballots in the export are not anybody's latest acknowledged vote, such as "
              + example(found, expected));
    }
    kind.check(results, found, faults);
    counts(results, found, faults);
    return new Verdict(voted, lost, surplus, unanswered, faults);
  }

  private static int missing(Map<List<String>, Integer> from, Map<List<String>, Integer> in) {
    return from.entrySet().stream()
        .mapToInt(e -> Math.max(0, e.getValue() - in.getOrDefault(e.getKey(), 0)))
        .sum();
  }

  private static List<String> example(
      Map<List<String>, Integer> from, Map<List<String>, Integer> in) {
    return from.entrySet().stream()
        .filter(e -> e.getValue() > in.getOrDefault(e.getKey(), 0))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  private static void counts(
      JsonNode results, Map<List<String>, Integer> found, List<String> faults) {
    int answered =
        found.entrySet().stream()
            .filter(e -> !e.getKey().isEmpty())
            .mapToInt(Map.Entry::getValue)
            .sum();
    if (results.get("voted").asInt() != answered) {
      faults.add("voted is given as " + results.get("voted") + ", ballots are " + answered);
    }
    if (!results.at("/recount/agrees").asBoolean(false)) {
      faults.add("the server's own recount does not agree");
    }
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(t -> texts.add(t.asText()));
    return texts;
  }
}
