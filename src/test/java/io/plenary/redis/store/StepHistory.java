package io.plenary.redis.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What happened in one poll, as somebody knows it who saw who voted when and whose mind really
 * changed: which people each step holds. The rule written the plain way, beside what everybody
 * really chose, by which the frames are checked.
 */
final class StepHistory {
  /** What was published for somebody, by the step that did it. */
  record Said(Step step, int value) {}

  /**
   * @param last made after lock and grace, of whatever was pending
   */
  record Step(List<Integer> news, List<Integer> changes, boolean last) {
    int size() {
      return news.size() + changes.size();
    }
  }

  /** So many times as many changed answers as new ones make a step. */
  private static final int CHANGES = 4;

  private final int threshold;
  final int values;
  final Map<Integer, Integer> choices = new TreeMap<>();
  final Map<Integer, List<Said>> said = new TreeMap<>();
  final List<Step> steps = new ArrayList<>();
  private final Map<Integer, Integer> pending = new LinkedHashMap<>();

  /**
   * @param values how many different choices there are
   */
  StepHistory(int threshold, int values) {
    this.threshold = threshold;
    this.values = values;
  }

  void votes(Map<Integer, Integer> batch) {
    choices.putAll(batch);
    batch.forEach(
        (who, value) -> {
          List<Said> before = said.get(who);
          if (before != null && before.get(before.size() - 1).value == value) pending.remove(who);
          else pending.put(who, value);
        });
    List<Integer> news = pending.keySet().stream().filter(who -> !said.containsKey(who)).toList();
    List<Integer> changes = pending.keySet().stream().filter(said::containsKey).toList();
    boolean showNews = news.size() >= threshold;
    boolean showChanges = changes.size() >= (threshold > 1 ? CHANGES * threshold : threshold);
    if (showNews || showChanges) {
      publish(new Step(showNews ? news : List.of(), showChanges ? changes : List.of(), false));
    }
  }

  void end() {
    if (choices.size() < threshold || pending.isEmpty()) return;
    publish(
        new Step(
            pending.keySet().stream().filter(who -> !said.containsKey(who)).toList(),
            pending.keySet().stream().filter(said::containsKey).toList(),
            true));
  }

  private void publish(Step step) {
    steps.add(step);
    for (List<Integer> group : List.of(step.news, step.changes)) {
      for (Integer who : group) {
        said.computeIfAbsent(who, w -> new ArrayList<>()).add(new Said(step, pending.remove(who)));
      }
    }
  }

  /** What screens are to show now. */
  long[] shown() {
    long[] counts = new long[values];
    said.values().forEach(of -> counts[of.get(of.size() - 1).value]++);
    return counts;
  }
}
