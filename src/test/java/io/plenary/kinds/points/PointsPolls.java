package io.plenary.kinds.points;

import io.plenary.voting.BallotPaper;
import io.plenary.voting.Recount;
import io.plenary.voting.Tally;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Points polls for tests. Options are called a, b, c and so on. */
public final class PointsPolls {
  /** Four points in steps of one for three options, and a way to abstain. */
  public static final BallotPaper<PointsSettings, ?> PAPER = paper(settings(3, 4, 1));

  private PointsPolls() {}

  public static PointsSettings settings(int options, int total, int step) {
    return new PointsSettings(
        "What for?",
        IntStream.range(0, options)
            .mapToObj(i -> new PointsOption(id(i), "Option " + id(i)))
            .toList(),
        total,
        step,
        "I have no view");
  }

  public static BallotPaper<PointsSettings, ?> paper(PointsSettings settings) {
    return new BallotPaper<>(new PointsBallots(), settings);
  }

  /** Every way to share the points of {@link #PAPER}. */
  public static Arbitrary<List<String>> shares() {
    return Arbitraries.of("a", "b", "c").list().ofSize(4).map(PointsPolls::entries);
  }

  /** Of one point after the other: a, b, a, a is {@code "a:3", "b:1"}. */
  private static List<String> entries(List<String> each) {
    List<String> entries = new ArrayList<>();
    for (String id : List.of("a", "b", "c")) {
      int points = Collections.frequency(each, id);
      if (points > 0) entries.add(id + ":" + points);
    }
    return entries;
  }

  /** What such an answer adds. */
  public static Map<String, Long> adds(List<String> entries) {
    Map<String, Long> counts = new HashMap<>();
    for (String entry : entries) {
      counts.put(entry.substring(0, 1), Long.parseLong(entry.substring(2)));
      counts.put(entry.charAt(0) + "@", 1L);
    }
    return counts;
  }

  /** What somebody may answer, a step at a time; nothing, of somebody who abstains. */
  static List<String> answer(PointsSettings settings, Random random) {
    if (random.nextInt(8) == 0) return List.of();
    int among = 1 + random.nextInt(settings.options().size());
    int[] given = new int[settings.options().size()];
    for (int left = settings.total(); left > 0; left -= settings.step()) {
      given[random.nextInt(among)] += settings.step();
    }
    return IntStream.range(0, given.length)
        .filter(i -> given[i] > 0)
        .mapToObj(i -> id(i) + ":" + given[i])
        .toList();
  }

  /** The tally of these answers; an empty one abstains. */
  static Tally tally(PointsSettings settings, List<List<String>> answers) {
    var paper = paper(settings);
    List<String> words =
        answers.stream()
            .map(each -> paper.write(new io.plenary.voting.Answer(each, each.isEmpty())))
            .toList();
    return new Recount(Tally.none(1), words).recounted(paper);
  }

  static String id(int option) {
    return Character.toString((char) ('a' + option));
  }
}
