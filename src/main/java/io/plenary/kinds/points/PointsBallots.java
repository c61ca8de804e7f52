package io.plenary.kinds.points;

import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.voting.Answer;
import io.plenary.voting.BallotType;
import io.plenary.voting.Contributions;
import io.plenary.voting.Tally;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Points for options, sent as {@code "a:30"} for each that is given any. To each of these a ballot
 * adds its points ({@code "a*30"}) and one giver ({@code "a@"}): two counters for each option, and
 * the text that is kept is this list.
 */
final class PointsBallots implements BallotType<PointsSettings, Allocation> {
  private static final Pattern ENTRY = Pattern.compile("([a-z0-9]{1,8}):([1-9][0-9]{0,3})");
  private static final String GIVERS = "@";

  @Override
  public Allocation read(Answer answer, PointsSettings asked) {
    if (answer.abstain()) {
      if (!answer.entries().isEmpty()) throw bad("A vote either gives points or abstains.");
      if (asked.abstain() == null) throw bad("This poll offers no way to abstain.");
      return new Allocation(Map.of());
    }
    SortedMap<String, Integer> points = new TreeMap<>();
    for (String entry : answer.entries()) {
      Matcher given = ENTRY.matcher(entry);
      if (!given.matches()) {
        throw bad(
            "Give points as whole numbers, such as a:"
                + asked.step()
                + ", and leave out who is given none.");
      }
      if (!asked.ids().contains(given.group(1))) throw bad("This option is not in the poll.");
      if (points.put(given.group(1), Integer.parseInt(given.group(2))) != null) {
        throw bad("Give points to each option once.");
      }
    }
    if (points.values().stream().anyMatch(p -> p % asked.step() != 0)) {
      throw bad("Give points in steps of " + asked.step() + ".");
    }
    int given = points.values().stream().mapToInt(p -> p).sum();
    if (given != asked.total()) {
      throw bad("Give all " + asked.total() + " points: this vote gives " + given + ".");
    }
    return new Allocation(points);
  }

  @Override
  public Answer answer(Allocation given) {
    return new Answer(
        given.points().entrySet().stream().map(e -> e.getKey() + ":" + e.getValue()).toList(),
        given.abstains());
  }

  /** The contributions as they are written: they are kept once, because they are the same text. */
  @Override
  public String encode(Allocation given) {
    if (given.abstains()) return ABSTAINED;
    SortedMap<String, Integer> counters = new TreeMap<>(given.points());
    given.points().keySet().forEach(id -> counters.put(givers(id), 1));
    StringBuilder text = new StringBuilder();
    counters.forEach(
        (counter, by) -> {
          if (!text.isEmpty()) text.append(',');
          text.append(counter);
          if (by != 1) text.append('*').append(by);
        });
    return text.toString();
  }

  @Override
  public Allocation decode(String text) {
    SortedMap<String, Integer> points = new TreeMap<>();
    if (text.equals(ABSTAINED)) return new Allocation(points);
    for (String counter : text.split(",")) {
      if (counter.endsWith(GIVERS)) continue;
      int times = counter.indexOf('*');
      if (times < 0) points.put(counter, 1);
      else points.put(counter.substring(0, times), Integer.parseInt(counter.substring(times + 1)));
    }
    return new Allocation(points);
  }

  @Override
  public void contributions(PointsSettings asked, Allocation given, Contributions to) {
    given
        .points()
        .forEach(
            (id, points) -> {
              to.add(id, points);
              to.add(givers(id));
            });
  }

  @Override
  public PointsResult result(PointsSettings asked, Tally tally) {
    return PointsResult.of(asked, tally);
  }

  /** The counter of those who gave an option any. */
  static String givers(String option) {
    return option + GIVERS;
  }

  private static RuleViolation bad(String message) {
    return new RuleViolation(Reason.BAD_ANSWER, message);
  }
}
