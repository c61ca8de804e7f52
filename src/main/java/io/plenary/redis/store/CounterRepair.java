package io.plenary.redis.store;

import io.plenary.voting.BallotPaper;
import io.plenary.voting.Recount;
import io.plenary.voting.Tally;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which counters of an activity are not what its ballots say: as mend_counters.lua takes them, in
 * pages. What is published is mended once the last step was made, and not before: a repair makes no
 * step of its own.
 */
final class CounterRepair {
  /** Fields that one call sets. */
  private static final int PAGE = 1_000;

  private CounterRepair() {}

  static List<List<Object>> of(Recount found, BallotPaper<?, ?> paper) {
    Tally right = found.recounted(paper);
    Map<String, Long> wrong = new TreeMap<>();
    compare("", found.tally(), right, wrong);
    boolean steps = found.shown().complete() && found.shown().published();
    if (steps) compare("p:", found.shown(), right, wrong);
    List<List<Object>> pages = new ArrayList<>();
    List<Object> page = new ArrayList<>();
    for (Map.Entry<String, Long> each : wrong.entrySet()) {
      page.add(each.getKey());
      page.add(each.getValue());
      if (page.size() == 2 * PAGE) {
        pages.add(page);
        page = new ArrayList<>();
      }
    }
    if (!page.isEmpty()) pages.add(page);
    return pages;
  }

  private static void compare(String prefix, Tally stored, Tally right, Map<String, Long> wrong) {
    Map<String, Long> now = fields(stored);
    Map<String, Long> then = fields(right);
    TreeSet<String> names = new TreeSet<>(now.keySet());
    names.addAll(then.keySet());
    for (String name : names) {
      long is = now.getOrDefault(name, 0L);
      long should = then.getOrDefault(name, 0L);
      if (is != should) wrong.put(prefix + name, should);
    }
  }

  private static Map<String, Long> fields(Tally tally) {
    Map<String, Long> fields = new HashMap<>();
    tally.counts().forEach((name, n) -> fields.put("o:" + name, n));
    fields.put("voted", tally.voted());
    fields.put("abstained", tally.abstained());
    return fields;
  }
}
