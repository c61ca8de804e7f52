package io.plenary.kinds.qa.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Questions as entries of {@code results}: see HTTP.md, "Questions". */
final class QuestionJson {
  private QuestionJson() {}

  static void write(QuestionResult q, ObjectNode into) {
    into.put("id", q.id())
        .put("number", q.number() == 0 ? null : (Integer) q.number())
        .put("text", q.text())
        .put("original", q.original())
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
        .put("corrected", q.corrected())
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
