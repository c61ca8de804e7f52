package io.plenary.kinds.qa.export;

import io.plenary.export.Csv;
import io.plenary.export.EventResults;
import java.util.List;

/** Questions as CSV, one row per question: see HTTP.md, "Questions". */
public final class QuestionsCsv {
  private static final List<String> COLUMNS =
      List.of(
          "room",
          "number",
          "question",
          "state",
          "reason",
          "labels",
          "upvotes",
          "asked",
          "published",
          "answered",
          "answer",
          "how",
          "name",
          "merged_into",
          "note",
          "id",
          "original");
  private static final String BETWEEN_LABELS = "; ";

  private QuestionsCsv() {}

  /** Everything organisers see. */
  public static byte[] write(EventResults event) {
    Csv csv = new Csv(COLUMNS.toArray(String[]::new));
    for (QuestionResults room : event.of(QuestionResults.class)) {
      for (QuestionResult q : room.items()) {
        csv.row(cells(room, q));
      }
    }
    return csv.bytes();
  }

  /** What the room sees. */
  public static byte[] writePublic(EventResults event) {
    Csv csv =
        new Csv(
            "room",
            "number",
            "question",
            "state",
            "labels",
            "upvotes",
            "asked",
            "answer",
            "how",
            "name",
            "also",
            "corrected");
    for (PublicQuestionResults room : event.of(PublicQuestionResults.class)) {
      for (PublicQuestionResult q : room.items()) {
        csv.row(
            room.room(),
            q.number(),
            q.text(),
            q.state(),
            labels(q.labels()),
            q.upvotes(),
            q.asked(),
            q.answer(),
            q.how(),
            q.name(),
            String.join(" ", q.also().stream().map(String::valueOf).toList()),
            q.corrected() ? "yes" : null);
      }
    }
    return csv.bytes();
  }

  /** Values of {@link #COLUMNS}. */
  private static Object[] cells(QuestionResults room, QuestionResult q) {
    return new Object[] {
      room.room(),
      q.number() == 0 ? null : (Integer) q.number(),
      q.text(),
      q.state(),
      q.reason(),
      labels(q.labels()),
      q.upvotes(),
      q.times().asked(),
      q.times().published(),
      q.times().answered(),
      q.answer(),
      q.how(),
      q.name(),
      q.into() == null ? null : room.into(q),
      q.note(),
      q.id(),
      q.original()
    };
  }

  private static String labels(List<String> labels) {
    return String.join(BETWEEN_LABELS, labels);
  }
}
