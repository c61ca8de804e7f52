package io.plenary.kinds.qa.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The questions of a report: those that were answered, and of the others that the room sees those
 * with the most upvotes. A report is read, not searched; the files hold all.
 */
final class ReportedQuestions {
  static final int TOP = 10;
  static final int ANSWERED = 100;
  private static final String DONE = "answered";
  private static final Set<String> SEEN = Set.of("published", "live", DONE);
  private static final Comparator<Item> ORDER =
      Comparator.comparingInt(Item::upvotes).reversed().thenComparingInt(Item::number);

  private ReportedQuestions() {}

  /**
   * @param name null when it is anonymous
   * @param answer in words; null when there is none
   */
  record Item(
      int number,
      String text,
      @Nullable String name,
      String state,
      int upvotes,
      @Nullable String answer) {}

  /** Whether the room sees a question in this state. */
  static boolean seen(String state) {
    return SEEN.contains(state);
  }

  /** Adds {@code items}, by upvotes, and {@code left}, how many more the room sees. */
  static void write(List<Item> all, boolean names, ObjectNode into) {
    Set<Integer> wanted = new HashSet<>();
    List<Item> sorted = all.stream().sorted(ORDER).toList();
    sorted.stream().limit(TOP).forEach(q -> wanted.add(q.number()));
    sorted.stream()
        .filter(q -> q.state().equals(DONE))
        .limit(ANSWERED)
        .forEach(q -> wanted.add(q.number()));
    ArrayNode items = into.putArray("items");
    for (Item q : sorted) {
      if (!wanted.contains(q.number())) continue;
      items
          .addObject()
          .put("number", q.number())
          .put("text", q.text())
          .put("name", names ? q.name() : null)
          .put("state", q.state())
          .put("upvotes", q.upvotes())
          .put("answer", q.answer());
    }
    into.put("left", all.size() - items.size());
  }
}
