package io.plenary.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.event.RuleViolation;
import io.plenary.protocol.BadMessage;
import io.plenary.protocol.Fields;
import io.plenary.voting.BallotActivity;
import io.plenary.voting.Tally;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts the ballots of one activity of an exported file again, and says what in the file does not
 * fit them.
 */
final class BallotCheck<A extends BallotActivity> {
  private static final String RECEIPT = "[0-9a-f]{64}";

  private final BallotFile<A, ?> kind;
  private final JsonNode results;
  private final List<String> wrong = new ArrayList<>();
  private final @Nullable A asked;
  private @Nullable Tally recounted;

  /**
   * @param lossy whether the file says that the store has lost something
   */
  BallotCheck(BallotFile<A, ?> kind, JsonNode results, boolean lossy) {
    this.kind = kind;
    this.results = results;
    asked = asked();
    turnout();
    if (results.path("ballots").isArray()) {
      if (asked != null) count(asked);
    } else {
      expect(
          results.path("ballots").isNull()
              && (!results.path("complete").asBoolean(true) || number("notShown") > 0),
          "a complete result has no ballots");
      if (asked != null && withheld()) {
        compare(
            asked,
            new Counted(Tally.none(asked.round()), true),
            "too few answered to show a number:");
      }
    }
    receipts();
    JsonNode agrees = results.path("recount").path("agrees");
    expect(
        agrees.booleanValue() || (lossy && agrees.isNull()),
        "the server's own recount did not agree");
  }

  Checked checked() {
    List<String> lines = new ArrayList<>();
    if (results.path("ballots").isArray()) {
      if (wrong.isEmpty()) {
        lines.add(answered() + " ballots recounted: counts and turnout agree.");
      }
    } else {
      lines.add(
          withheld()
              ? "Fewer than five people had answered: no result to recount."
              : "Still open: no ballots to recount.");
    }
    if (listed() >= 0 && wrong.isEmpty()) {
      lines.add(listed() + " receipts listed, one per ballot.");
    }
    String heading =
        "“"
            + results.path("question").asText()
            + "” ("
            + results.path("room").asText()
            + ", "
            + results.path("state").asText()
            + ")";
    return new Checked(heading, lines, wrong);
  }

  /** The activity as the file says it was asked; null when it does not. */
  private @Nullable A asked() {
    try {
      byte[] utf8 = results.path("asked").toString().getBytes(StandardCharsets.UTF_8);
      A made =
          kind.make(results.path("id").asText(), kind.read(Fields.parse(utf8, "it is no object")));
      expect(
          results.path("question").asText().equals(made.title()),
          "the question is not the one that was asked");
      String label = kind.abstain(made);
      expect(
          label == null
              ? results.path("abstainLabel").isNull()
              : label.equals(results.path("abstainLabel").textValue()),
          "the label of the way to abstain is not the one that was offered");
      return made;
    } catch (BadMessage | RuleViolation e) {
      wrong.add("what was asked cannot be read (" + FiledBallots.unstopped(e) + ")");
      return null;
    }
  }

  /** Whether people answered, and too few to show what. */
  private boolean withheld() {
    return number("notShown") > 0 && number("voted") + number("abstained") == 0;
  }

  private long answered() {
    return recounted == null
        ? number("voted") + number("abstained") + number("notShown")
        : recounted.voted() + recounted.abstained();
  }

  /** -1 before the activity is finalised. */
  private int listed() {
    return results.path("receipts").isArray() ? results.get("receipts").size() : -1;
  }

  private void turnout() {
    long voted = number("voted");
    expect(
        number("connected")
            == voted + number("abstained") + number("notShown") + number("notVoted"),
        "connected is not voted + abstained + not shown + not voted");
    expect(number("rejected") >= 0, "rejected is below zero");
    expect(
        results.path("base").path("of").asText().equals("voters")
            && results.path("base").path("count").asLong(-1) == voted,
        "the base of percentages is not voted");
  }

  private void count(A activity) {
    Tally tally = kind.recount(activity, results, otherwise -> expect(false, otherwise));
    recounted = tally;
    expect(number("notShown") == 0, "ballots are there, and notShown says " + number("notShown"));
    expect(
        tally.voted() == number("voted"),
        tally.voted() + " ballots vote, and voted says " + number("voted"));
    expect(
        tally.abstained() == number("abstained"),
        tally.abstained() + " ballots abstain, and abstained says " + number("abstained"));
    compare(activity, new Counted(tally, false), "the ballots give");
  }

  /** What follows from the ballots is written anew and held against what the file says. */
  private void compare(A activity, Counted counted, String why) {
    ObjectNode expected = ExportJson.MAPPER.createObjectNode();
    kind.result(activity, counted, expected);
    compare("", expected, results, why);
  }

  private void compare(String place, JsonNode expected, JsonNode said, String why) {
    if (expected.isObject() && said.isObject()) {
      for (Map.Entry<String, JsonNode> member : expected.properties()) {
        String at = place.isEmpty() ? member.getKey() : place + "." + member.getKey();
        compare(at, member.getValue(), said.path(member.getKey()), why);
      }
    } else if (expected.isArray() && said.isArray() && expected.size() == said.size()) {
      for (int i = 0; i < expected.size(); i++) {
        compare(place + "[" + i + "]", expected.get(i), said.get(i), why);
      }
    } else {
      expect(
          same(expected, said),
          place
              + (said.isMissingNode() ? " is missing" : " says " + said)
              + ", and "
              + why
              + " "
              + expected);
    }
  }

  private static boolean same(JsonNode one, JsonNode other) {
    if (!one.isNumber() || !other.isNumber()) return one.equals(other);
    return one.decimalValue().compareTo(other.decimalValue()) == 0;
  }

  private void receipts() {
    if (listed() < 0) {
      expect(results.path("receipts").isNull(), "the receipts cannot be read");
      return;
    }
    expect(
        results.path("state").asText().equals("final"), "only a finalised activity lists receipts");
    expect(
        listed() == answered(), listed() + " receipts are listed for " + answered() + " ballots");
    String before = "";
    for (JsonNode receipt : results.get("receipts")) {
      expect(
          receipt.isTextual() && receipt.textValue().matches(RECEIPT),
          "a receipt is not 64 hex digits");
      expect(before.compareTo(receipt.asText()) <= 0, "the receipts are not sorted");
      before = receipt.asText();
    }
  }

  /** A member that has to be a whole number; -1 when it is none. */
  private long number(String name) {
    JsonNode value = results.path(name);
    return value.isIntegralNumber() && value.canConvertToLong() ? value.longValue() : -1;
  }

  private void expect(boolean holds, String otherwise) {
    if (!holds && !wrong.contains(otherwise)) wrong.add(otherwise);
  }
}
