package io.plenary.load.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * What becomes of a question, decided by the number in its text alone: so the end is known without
 * asking the server. Every twelve questions are alike; the first three of them are the same
 * question in other words.
 *
 * @param acts what moderators do with it, one after the other
 * @param state in the end
 * @param into number of the question it ends below; -1 for none
 * @param reason why it was declined; null when it was not
 * @param labelled whether it keeps the golden label
 * @param answer as the export has it: live, written, or null
 */
record Fate(
    List<Act> acts, String state, int into, String reason, boolean labelled, String answer) {
  enum Act {
    APPROVE,
    DECLINE,
    MERGE,
    UNMERGE,
    HIGHLIGHT,
    ANSWERED,
    ANSWER,
    ARCHIVE,
    RESTORE,
    LABEL,
    WITHDRAWN
  }

  static final int FAMILY = 12;
  static final List<String> REASONS =
      List.of("offTopic", "abusive", "namesSomebody", "duplicate", "notAQuestion", "other");

  static Fate of(int number) {
    int dozen = number / FAMILY;
    int first = dozen * FAMILY;
    return switch (number % FAMILY) {
      case 1 -> dozen % 2 == 0 ? merged(first, Act.APPROVE, Act.MERGE) : merged(first, Act.MERGE);
      case 2 ->
          dozen % 2 == 0
              ? merged(first, Act.APPROVE, Act.MERGE, Act.UNMERGE, Act.MERGE)
              : published(Act.APPROVE, Act.MERGE, Act.UNMERGE);
      case 3 ->
          new Fate(
              List.of(Act.DECLINE),
              "declined",
              -1,
              REASONS.get(dozen % REASONS.size()),
              false,
              null);
      case 4 ->
          new Fate(
              List.of(Act.APPROVE, Act.HIGHLIGHT, Act.ANSWERED),
              "answered",
              -1,
              null,
              false,
              "live");
      case 5 -> new Fate(List.of(Act.APPROVE, Act.ANSWER), "answered", -1, null, false, "written");
      case 6 -> new Fate(List.of(Act.APPROVE, Act.ARCHIVE), "archived", -1, null, false, null);
      case 7 -> published(Act.APPROVE, Act.ARCHIVE, Act.RESTORE);
      case 8 -> new Fate(List.of(Act.APPROVE, Act.LABEL), "published", -1, null, true, null);
      case 9 -> new Fate(List.of(Act.APPROVE, Act.WITHDRAWN), "withdrawn", -1, null, false, null);
      case 10 -> published(Act.DECLINE, Act.APPROVE);
      default -> published(Act.APPROVE);
    };
  }

  private static Fate published(Act... acts) {
    return new Fate(List.of(acts), "published", -1, null, false, null);
  }

  private static Fate merged(int into, Act... acts) {
    return new Fate(List.of(acts), "merged", into, null, false, null);
  }

  /**
   * What is wrong with a row of the export; null when nothing is.
   *
   * @param texts number in the text by id
   */
  String differs(JsonNode row, Map<String, Integer> texts) {
    JsonNode below = row.path("mergedInto");
    int found = below.isTextual() ? texts.getOrDefault(below.asText(), -1) : -1;
    if (!row.get("state").asText().equals(state)) return "it should be " + state;
    if (found != into) return "it should be below " + into;
    if (!text(row, "reason").equals(reason == null ? "" : reason)) {
      return "it should be declined with " + reason;
    }
    if (!text(row, "how").equals(answer == null ? "" : answer)) {
      return "it should be answered " + answer;
    }
    if (row.path("labels").isEmpty() == labelled) {
      return labelled ? "it should have labels" : "it should have no label";
    }
    return null;
  }

  private static String text(JsonNode row, String field) {
    return row.path(field).isTextual() ? row.get(field).asText() : "";
  }

  /** Whose questions may be one for a while. */
  static int family(int number) {
    return number % FAMILY < 3 ? number - number % FAMILY : number;
  }

  static String text(int number) {
    return Audience.text(number, family(number));
  }

  /** Whether its asker takes it back. */
  static boolean takenBack(int number) {
    return number % FAMILY == 9;
  }
}
