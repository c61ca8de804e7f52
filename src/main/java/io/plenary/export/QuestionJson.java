package io.plenary.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Questions as JSON, in results.json and by themselves (format {@code plenary-questions} version
 * 1): see HTTP.md, "Questions".
 */
public final class QuestionJson {
  static final String FORMAT = "plenary-questions";

  private QuestionJson() {}

  /** Questions alone, of all rooms that are in {@code event}. */
  public static byte[] write(EventResults event, Instant exportedAt) {
    ObjectNode file = ExportJson.file(FORMAT, 1, exportedAt);
    ResultsJson.event(file, event);
    var rooms = file.putArray(QuestionResults.MEMBER);
    event.activities().stream()
        .filter(a -> a.member().equals(QuestionResults.MEMBER))
        .forEach(a -> a.write(rooms.addObject()));
    return ExportJson.bytes(file);
  }

  static void write(QuestionResult q, ObjectNode into) {
    into.put("id", q.id())
        .put("number", q.number() == 0 ? null : (Integer) q.number())
        .put("text", q.text())
        .put("name", q.name())
        .put("state", q.state())
        .put("reason", q.reason())
        .put("note", q.note());
    q.labels().forEach(into.putArray("labels")::add);
    into.put("upvotes", q.upvotes())
        .put("raw", q.raw())
        .put("asked", minute(q.times().asked()))
        .put("published", minute(q.times().published()))
        .put("answered", minute(q.times().answered()))
        .put("answer", q.answer())
        .put("how", q.how())
        .put("mergedInto", q.into());
  }

  static void write(PublicQuestionResult q, ObjectNode into) {
    into.put("number", q.number())
        .put("text", q.text())
        .put("name", q.name())
        .put("state", q.state());
    q.labels().forEach(into.putArray("labels")::add);
    into.put("upvotes", q.upvotes())
        .put("asked", minute(q.asked()))
        .put("answer", q.answer())
        .put("how", q.how());
    q.also().forEach(into.putArray("also")::add);
  }

  /** ISO 8601 with the offset that the event's time zone had, such as {@code 2027-03-08T14:02Z}. */
  private static @Nullable String minute(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toString();
  }
}
