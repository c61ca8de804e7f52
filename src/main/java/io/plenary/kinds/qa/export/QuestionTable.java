package io.plenary.kinds.qa.export;

import io.plenary.export.ActivityResults;
import io.plenary.export.Sheets;
import io.plenary.export.workbook.Column;
import io.plenary.export.workbook.Format;
import io.plenary.export.workbook.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Questions as a sheet: what the room saw first, what was wanted most on top. What a board reads
 * stands on the left and is printed; the rest is for who goes on with it.
 */
final class QuestionTable {
  static final String SHEET = "Q&A";
  private static final List<String> SEEN = List.of("live", "answered", "published");

  private static final List<Column> COLUMNS =
      List.of(
          Column.whole("number", 8),
          Column.text("question", 62),
          Column.whole("upvotes", 9),
          Column.text("state", 11),
          Column.text("answer", 40),
          Column.text("labels", 14),
          Column.text("room", 14),
          Column.text("how", 9),
          new Column("asked", 17, Format.MINUTE),
          new Column("published", 17, Format.MINUTE),
          new Column("answered", 17, Format.MINUTE),
          Column.text("name", 18),
          Column.text("reason", 15),
          Column.text("note", 30),
          Column.text("merged_into", 13),
          Column.text("original", 40),
          Column.text("id", 24));

  /** Up to the room. */
  private static final int PRINTED = 7;

  private static final Comparator<QuestionResult> ORDER =
      Comparator.comparing((QuestionResult q) -> !SEEN.contains(q.state()))
          .thenComparing(QuestionResult::upvotes, Comparator.reverseOrder());

  private QuestionTable() {}

  static void add(List<? extends ActivityResults> results, Sheets to) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (ActivityResults one : results) {
      if (!(one instanceof QuestionResults room)) continue;
      room.items().stream().sorted(ORDER).forEach(q -> rows.add(cells(room, q)));
    }
    to.add(
        SHEET,
        "Every question from the room, one per row; the first seven columns are printed.",
        new Table(null, COLUMNS, rows),
        PRINTED);
  }

  private static List<@Nullable Object> cells(QuestionResults room, QuestionResult q) {
    return Arrays.asList(
        q.number() == 0 ? null : (Integer) q.number(),
        q.text(),
        q.upvotes(),
        q.state(),
        q.answer(),
        String.join("; ", q.labels()),
        room.room(),
        q.how(),
        q.times().asked(),
        q.times().published(),
        q.times().answered(),
        q.name(),
        q.reason(),
        q.note(),
        q.into() == null ? null : room.into(q),
        q.original(),
        q.id());
  }
}
