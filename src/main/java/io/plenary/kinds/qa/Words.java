package io.plenary.kinds.qa;

import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.event.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words of moderators about a question, cleaned. */
final class Words {
  static final int MAX_LABELS = 5;
  static final int MAX_LABEL = 40;

  private Words() {}

  static String wanted(String raw, int max, String whenEmpty, String what) {
    String clean = orNull(raw, max, what);
    if (clean == null) throw bad(whenEmpty);
    return clean;
  }

  /** Null when nothing of it can be seen. */
  static @Nullable String orNull(@Nullable String raw, int max, String what) {
    String clean = raw == null ? "" : Texts.line(raw);
    if (Texts.length(clean) > max) throw bad(what + " is longer than " + max + " characters.");
    return clean.isEmpty() ? null : clean;
  }

  /** In the order in which they were added; a label is there once. */
  static List<String> labels(List<String> have, List<String> add, List<String> remove) {
    List<String> next = new ArrayList<>(have);
    next.removeAll(remove.stream().map(Texts::line).toList());
    for (String raw : add) {
      String label = wanted(raw, MAX_LABEL, "Write the label.", "A label");
      if (!next.contains(label)) next.add(label);
    }
    if (next.size() > MAX_LABELS) {
      throw new RuleViolation(
          Reason.LIMIT_REACHED,
          "A question has at most " + MAX_LABELS + " labels. Remove one first.");
    }
    return next;
  }

  private static RuleViolation bad(String message) {
    return new RuleViolation(Reason.BAD_DRAFT, message);
  }
}
