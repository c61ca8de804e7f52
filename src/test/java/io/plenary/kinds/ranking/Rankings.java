package io.plenary.kinds.ranking;

import io.plenary.kinds.ranking.RankingSettings.Unranked;
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

/** Rankings for tests. Options are called a, b, c and so on. */
public final class Rankings {
  /** Of three options, with two places to give and a way to abstain. */
  public static final BallotPaper<RankingSettings, RankOrder> PAPER =
      paper(settings(3, 2, Unranked.MEAN));

  private Rankings() {}

  public static RankingSettings settings(int options, int places, Unranked unranked) {
    return new RankingSettings(
        "What first?",
        IntStream.range(0, options)
            .mapToObj(i -> new RankingOption(id(i), "Option " + id(i)))
            .toList(),
        places,
        false,
        unranked,
        "I have no view");
  }

  public static BallotPaper<RankingSettings, RankOrder> paper(RankingSettings settings) {
    return new BallotPaper<>(new RankingBallots(), settings);
  }

  /** Every order that {@link #PAPER} takes. */
  public static Arbitrary<List<String>> orders() {
    return Arbitraries.of("a", "b", "c").list().uniqueElements().ofMinSize(1).ofMaxSize(2);
  }

  /**
   * What an order of the three options of {@link #PAPER} adds: places; pairs that stand in another
   * order than in the paper; and the pair that is left, when only one is ranked.
   */
  public static Map<String, Long> adds(List<String> order) {
    Map<String, Long> counts = new HashMap<>();
    for (String one : order) counts.put(one + "@" + (order.indexOf(one) + 1), 1L);
    if (order.size() == 2 && order.get(0).compareTo(order.get(1)) > 0) {
      counts.put(String.join(">", order), 1L);
    }
    if (order.size() == 1) {
      counts.put("abc".replace(order.get(0), "").replaceAll("(.)(.)", "$1&$2"), 1L);
    }
    return counts;
  }

  /** Whether somebody who gave this order prefers one option to the other. */
  static boolean before(List<String> order, String one, String other) {
    int at = order.indexOf(one);
    int behind = order.indexOf(other);
    return at >= 0 && (behind < 0 || at < behind);
  }

  /** An order somebody may give, or none, of somebody who abstains. */
  static List<String> order(RankingSettings settings, Random random) {
    if (random.nextInt(8) == 0) return List.of();
    List<String> ids = new ArrayList<>(settings.ids());
    Collections.shuffle(ids, random);
    return ids.subList(0, 1 + random.nextInt(settings.places()));
  }

  /** The tally of these orders; an empty one abstains. */
  static Tally tally(RankingSettings settings, List<List<String>> orders) {
    var paper = paper(settings);
    List<String> words = orders.stream().map(order -> paper.word(new RankOrder(order))).toList();
    return new Recount(Tally.none(1), words).recounted(paper);
  }

  static String id(int option) {
    return Character.toString((char) ('a' + option));
  }
}
