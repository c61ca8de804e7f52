package io.plenary.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts the ballots of one poll of an exported file again, and says what in the file does not fit
 * them.
 */
final class PollCheck {
  private static final String RECEIPT = "[0-9a-f]{64}";

  private final JsonNode poll;
  final List<String> wrong = new ArrayList<>();
  private final Map<String, Long> recounted = new HashMap<>();
  private long chosen;
  private long abstained;

  /**
   * @param lossy whether the file says that the store has lost something
   */
  PollCheck(JsonNode poll, boolean lossy) {
    this.poll = poll;
    turnout();
    if (poll.path("ballots").isArray()) {
      count();
      compare();
    } else {
      expect(
          poll.path("ballots").isNull()
              && (!poll.path("complete").asBoolean(true) || number("notShown") > 0),
          "a complete result has no ballots");
      expect(!withheld() || noCounts(), "a result that is not shown has counts");
    }
    receipts();
    JsonNode agrees = poll.path("recount").path("agrees");
    expect(
        agrees.booleanValue() || (lossy && agrees.isNull()),
        "the server's own recount did not agree");
  }

  boolean counted() {
    return poll.path("ballots").isArray();
  }

  long ballots() {
    return chosen + abstained;
  }

  /** Whether people answered, and too few to show what. */
  boolean withheld() {
    return number("notShown") > 0 && number("voted") + number("abstained") == 0;
  }

  private boolean noCounts() {
    for (JsonNode option : poll.path("options")) {
      if (!option.path("count").isNull() || !option.path("percent").isNull()) return false;
    }
    return true;
  }

  /** -1 before the poll is finalised. */
  int listed() {
    return poll.path("receipts").isArray() ? poll.get("receipts").size() : -1;
  }

  private void turnout() {
    long voted = number("voted");
    expect(
        number("connected")
            == voted + number("abstained") + number("notShown") + number("notVoted"),
        "connected is not voted + abstained + not shown + not voted");
    expect(number("rejected") >= 0, "rejected is below zero");
    expect(
        poll.path("base").path("of").asText().equals("voters")
            && poll.path("base").path("count").asLong(-1) == voted,
        "the base of percentages is not voted");
  }

  private void count() {
    Set<String> options = new HashSet<>();
    poll.path("options").forEach(option -> options.add(option.path("id").asText()));
    for (JsonNode ballot : poll.get("ballots")) {
      Set<String> choice = new HashSet<>();
      ballot.forEach(
          id ->
              expect(
                  id.isTextual() && options.contains(id.textValue()) && choice.add(id.textValue()),
                  "a ballot chooses " + id + ", which is no option, or chooses it twice"));
      expect(
          ballot.isArray() && ballot.size() <= number("maxChoices"),
          "a ballot chooses more than allowed");
      choice.forEach(id -> recounted.merge(id, 1L, Long::sum));
      if (ballot.isEmpty()) abstained++;
      else chosen++;
    }
  }

  private void compare() {
    expect(number("notShown") == 0, "ballots are there, and notShown says " + number("notShown"));
    expect(
        chosen == number("voted"),
        chosen + " ballots choose something, and voted says " + number("voted"));
    expect(
        abstained == number("abstained"),
        abstained + " ballots abstain, and abstained says " + number("abstained"));
    for (JsonNode option : poll.path("options")) {
      long found = recounted.getOrDefault(option.path("id").asText(), 0L);
      long said = option.path("count").asLong(-1);
      expect(
          found == said,
          "option "
              + option.path("id")
              + " is on "
              + found
              + " ballots, and its count says "
              + said);
      BigDecimal percent = Percent.of(found, chosen);
      JsonNode shown = option.path("percent");
      expect(
          percent == null
              ? shown.isNull()
              : shown.isNumber() && shown.decimalValue().compareTo(percent) == 0,
          "the percentage of option " + option.path("id") + " is not " + percent);
    }
  }

  private void receipts() {
    if (listed() < 0) {
      expect(poll.path("receipts").isNull(), "the receipts cannot be read");
      return;
    }
    expect(poll.path("state").asText().equals("final"), "only a finalised poll lists receipts");
    long answered =
        counted() ? ballots() : number("voted") + number("abstained") + number("notShown");
    expect(listed() == answered, listed() + " receipts are listed for " + answered + " ballots");
    String before = "";
    for (JsonNode receipt : poll.get("receipts")) {
      expect(
          receipt.isTextual() && receipt.textValue().matches(RECEIPT),
          "a receipt is not 64 hex digits");
      expect(before.compareTo(receipt.asText()) <= 0, "the receipts are not sorted");
      before = receipt.asText();
    }
  }

  /** A member that has to be a whole number; -1 when it is none. */
  private long number(String name) {
    JsonNode value = poll.path(name);
    return value.isIntegralNumber() && value.canConvertToLong() ? value.longValue() : -1;
  }

  private void expect(boolean holds, String otherwise) {
    if (!holds && !wrong.contains(otherwise)) wrong.add(otherwise);
  }
}
