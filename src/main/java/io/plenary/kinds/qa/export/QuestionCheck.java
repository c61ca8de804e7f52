package io.plenary.kinds.qa.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.plenary.export.Checked;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts the questions of one room of an exported file again, and says what in the file does not
 * fit them.
 */
final class QuestionCheck {
  private static final Set<String> PUBLIC = Set.of("published", "live", "answered");

  private final JsonNode room;
  private final List<String> wrong = new ArrayList<>();
  private final Map<String, JsonNode> byId = new HashMap<>();
  private final Map<String, Long> most = new HashMap<>();
  private final Map<String, Long> sum = new HashMap<>();
  private boolean counted;

  QuestionCheck(JsonNode room) {
    this.room = room;
    expect(room.path("items").isArray(), "the questions cannot be read");
    if (room.has("totals")) whole();
    else seen();
  }

  Checked checked() {
    String state = room.has("state") ? ", " + room.path("state").asText() : "";
    return new Checked("Questions (" + room.path("room").asText() + state + ")", lines(), wrong);
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (!wrong.isEmpty()) return lines;
    lines.add(
        room.path("items").size()
            + " questions"
            + (room.has("totals") ? ": the counts by state agree." : " that the room saw."));
    if (counted) lines.add("Upvotes lie within what the questions of each group allow.");
    return lines;
  }

  /** As organisers have it. */
  private void whole() {
    Map<String, Integer> states = new HashMap<>();
    Set<Integer> numbers = new HashSet<>();
    for (JsonNode q : room.path("items")) {
      expect(byId.put(q.path("id").asText(), q) == null, "a question stands there twice");
      states.merge(q.path("state").asText(), 1, Integer::sum);
      if (!q.path("number").isNull()) {
        expect(numbers.add(q.path("number").asInt(-1)), "a number is given twice");
      }
      expect(
          q.path("state").asText().equals("merged") == q.path("mergedInto").isTextual(),
          "a question is merged into nothing, or into another though it is not merged");
    }
    JsonNode totals = room.path("totals");
    expect(
        totals.path("received").asInt(-1) == room.path("items").size(),
        "received is not the number of questions");
    expect(
        totals.path("approved").asInt(-1) == numbers.size(),
        "approved is not the number of questions that were published");
    for (int n = 1; n <= numbers.size(); n++) {
      expect(numbers.contains(n), "a number is missing between 1 and " + numbers.size());
    }
    for (String state : QuestionResults.STATES) {
      int found = states.getOrDefault(state, 0);
      states.remove(state);
      expect(
          totals.path(state).asInt(-1) == found,
          found + " questions are " + state + ", and the totals say otherwise");
    }
    expect(states.isEmpty(), "a question is in a state that there is not");
    upvotes();
  }

  private void upvotes() {
    for (JsonNode q : room.path("items")) {
      if (q.path("raw").isNull()) return; // still open: they may move while they are read
    }
    counted = true;
    for (JsonNode q : room.path("items")) {
      long raw = number(q, "raw");
      JsonNode root = root(q);
      if (root == null) continue;
      most.merge(root.path("id").asText(), raw, Math::max);
      sum.merge(root.path("id").asText(), raw, Long::sum);
      if (root != q) {
        expect(number(q, "upvotes") == raw, "a merged question has other upvotes than its own");
      }
    }
    most.forEach(
        (id, max) -> {
          long said = number(byId.getOrDefault(id, MissingNode.getInstance()), "upvotes");
          long all = sum.getOrDefault(id, 0L);
          expect(
              max <= said && said <= all,
              "a question has " + said + " upvotes, and its group allows " + max + " to " + all);
        });
  }

  private @Nullable JsonNode root(JsonNode q) {
    JsonNode top = q;
    for (int i = 0; i <= byId.size(); i++) {
      if (!top.path("mergedInto").isTextual()) return top;
      JsonNode above = byId.get(top.path("mergedInto").textValue());
      expect(above != null, "a question is merged into one that is not there");
      if (above == null) return null;
      top = above;
    }
    expect(false, "questions are merged in a circle");
    return null;
  }

  /** As the room saw it. */
  private void seen() {
    long before = 0;
    for (JsonNode q : room.path("items")) {
      expect(
          PUBLIC.contains(q.path("state").asText()),
          "a question is in a state that the room does not see");
      expect(number(q, "number") > before, "the questions are not in the order of their numbers");
      before = number(q, "number");
    }
  }

  private static long number(JsonNode q, String name) {
    JsonNode value = q.path(name);
    return value.isIntegralNumber() && value.canConvertToLong() ? value.longValue() : -1;
  }

  private void expect(boolean holds, String otherwise) {
    if (!holds && !wrong.contains(otherwise)) wrong.add(otherwise);
  }
}
