package io.plenary.kinds.ranking;

import io.plenary.voting.Contributions;
import io.plenary.voting.Tally;
import java.util.ArrayList;
import java.util.List;

/**
 * How many prefer one option to the other, in few counters. Of two options, x before y in the
 * ranking's own order, a ballot adds to {@code "y>x"} when it ranks both and y ahead. And it adds
 * to {@code "x&y"}, where people may rank at most half of the options when it ranks both, elsewhere
 * when it ranks neither: so whichever is rare is counted. Together with the number of those who
 * gave each option a place, these say both directions of every pair.
 */
final class RankingPairs {
  private final List<String> ids;
  private final boolean few;

  RankingPairs(RankingSettings ranking) {
    ids = ranking.ids();
    few = 2 * ranking.places() <= ids.size();
  }

  /**
   * @param ranked best first, at least one
   */
  void add(List<String> ranked, Contributions to) {
    List<String> alike = new ArrayList<>();
    for (String id : ids) {
      if (ranked.contains(id) == few) alike.add(id);
    }
    for (int i = 1; i < alike.size(); i++) {
      for (String before : alike.subList(0, i)) to.add(alike(before, alike.get(i)));
    }
    int[] at = ranked.stream().mapToInt(ids::indexOf).toArray();
    for (int i = 0; i < at.length; i++) {
      for (int behind = i + 1; behind < at.length; behind++) {
        if (at[i] > at[behind]) to.add(against(ranked.get(i), ranked.get(behind)));
      }
    }
  }

  /**
   * Of each option, how many prefer it to each option.
   *
   * @param ranked of each option, how many gave it a place
   */
  List<List<Long>> of(Tally tally, List<Long> ranked) {
    List<List<Long>> pairs = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      List<Long> prefer = new ArrayList<>();
      for (int j = 0; j < ids.size(); j++) {
        long other = i < j ? later(tally, i, j) : earlier(tally, ranked, j, i);
        prefer.add(i == j ? 0 : ranked.get(i) - other);
      }
      pairs.add(List.copyOf(prefer));
    }
    return List.copyOf(pairs);
  }

  /** How many rank both, and the later one ahead. */
  private long later(Tally tally, int before, int after) {
    return tally.count(against(ids.get(after), ids.get(before)));
  }

  /** How many rank both, and the earlier one ahead. */
  private long earlier(Tally tally, List<Long> ranked, int before, int after) {
    long alike = tally.count(alike(ids.get(before), ids.get(after)));
    long both = few ? alike : ranked.get(before) + ranked.get(after) + alike - tally.voted();
    return both - later(tally, before, after);
  }

  private static String against(String ahead, String behind) {
    return ahead + ">" + behind;
  }

  private static String alike(String before, String after) {
    return before + "&" + after;
  }
}
