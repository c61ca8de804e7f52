package io.plenary.kinds.qa.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.export.ActivityResults;
import io.plenary.export.FileKind;
import io.plenary.export.ReportScope;
import io.plenary.export.ResultRow;
import io.plenary.kinds.qa.Qa;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Questions of one room in their present round, as organisers see them: by number, then those that
 * never were published in the order in which they were asked.
 *
 * @param room name of the room
 * @param state word of the wire, such as {@code locked}
 */
public record QuestionResults(
    String id, String room, String state, long round, List<QuestionResult> items)
    implements ActivityResults {
  static final List<String> STATES =
      List.of(
          "waiting",
          "published",
          "live",
          "answered",
          "declined",
          "merged",
          "archived",
          "withdrawn");

  private static final Comparator<QuestionResult> ORDER =
      Comparator.comparingLong((QuestionResult q) -> q.number() == 0 ? Long.MAX_VALUE : q.number())
          .thenComparing(q -> q.times().asked().toInstant())
          .thenComparing(QuestionResult::id);

  public QuestionResults {
    items = items.stream().sorted(ORDER).toList();
  }

  @Override
  public FileKind file() {
    return QaFile.ONE;
  }

  /** How many stand in each state, of all that were asked. */
  @Override
  public List<ResultRow> rows() {
    List<ResultRow> rows = new ArrayList<>();
    for (String name : STATES) rows.add(row(name, in(name)));
    rows.add(row("approved", approved()));
    return rows;
  }

  private ResultRow row(String option, long count) {
    return ResultRow.part(
        room, id, "Questions", Qa.KIND, option, "questions", count, items.size(), "received");
  }

  @Override
  public String headline() {
    String states =
        STATES.stream()
            .filter(name -> in(name) > 0)
            .map(name -> in(name) + " " + name)
            .collect(Collectors.joining(", "));
    return items.isEmpty() ? "No questions" : items.size() + " asked: " + states;
  }

  /** How many stand in a state. */
  public long in(String questionState) {
    return items.stream().filter(q -> q.state().equals(questionState)).count();
  }

  public long approved() {
    return items.stream().filter(q -> q.number() > 0).count();
  }

  /**
   * The number of the question it is merged into, or, if that has none, its id; null when it is not
   * merged.
   */
  @Nullable String into(QuestionResult merged) {
    return items.stream()
        .filter(q -> q.id().equals(merged.into()))
        .findFirst()
        .map(q -> q.number() > 0 ? Integer.toString(q.number()) : q.id())
        .orElse(merged.into());
  }

  /** What came of all, and the questions that matter most: see {@link ReportedQuestions}. */
  @Override
  public void report(ObjectNode into, ReportScope scope) {
    into.put("id", id).put("room", room).put("state", state);
    totals(into);
    ObjectNode reasons = into.putObject("declined");
    items.stream()
        .filter(q -> q.state().equals("declined") && q.reason() != null)
        .map(QuestionResult::reason)
        .sorted()
        .forEach(reason -> reasons.put(reason, reasons.path(reason).asInt() + 1));
    ReportedQuestions.write(
        items.stream()
            .filter(q -> ReportedQuestions.seen(q.state()) && q.text() != null)
            .map(
                q ->
                    new ReportedQuestions.Item(
                        q.number(), q.text(), q.name(), q.state(), q.upvotes(), q.answer()))
            .toList(),
        scope.names(),
        into);
  }

  @Override
  public void write(ObjectNode into) {
    into.put("id", id).put("room", room).put("state", state).put("round", round);
    totals(into);
    ArrayNode all = into.putArray("items");
    items.forEach(q -> QuestionJson.write(q, all.addObject()));
  }

  private void totals(ObjectNode into) {
    ObjectNode totals =
        into.putObject("totals").put("received", items.size()).put("approved", approved());
    STATES.forEach(name -> totals.put(name, in(name)));
  }
}
