package io.plenary.kinds.qa.store;

import io.plenary.kinds.qa.DeclineReason;
import io.plenary.kinds.qa.Question;
import io.plenary.kinds.qa.Question.Answer;
import io.plenary.kinds.qa.Question.Declined;
import io.plenary.kinds.qa.Question.Times;
import io.plenary.kinds.qa.QuestionState;
import io.plenary.kinds.qa.service.QuestionStore.Asker;
import io.plenary.kinds.qa.service.QuestionStore.Entry;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How questions stand in the store: JSON, in which what is null or empty is left out. The scripts
 * give numbers and publish, so they know how a document begins: n, state, published, asked, in this
 * order.
 */
final class QuestionDocuments {
  private QuestionDocuments() {}

  /**
   * @param by who acted on it last; null when its asker did
   */
  static String write(Question q, @Nullable String by) {
    JsonObject o =
        new JsonObject()
            .put("n", q.n())
            .put("state", q.state().name())
            .put("published", q.times().published())
            .put("asked", q.times().asked())
            .put("id", q.id())
            .put("rev", q.rev())
            .put("text", q.text());
    if (q.original() != null) o.put("original", q.original());
    if (q.name() != null) o.put("name", q.name());
    if (q.times().answered() != 0) o.put("answered", q.times().answered());
    if (q.before() != null) o.put("before", q.before().name());
    if (q.into() != null) o.put("into", q.into());
    if (q.declined() != null) o.put("reason", q.declined().reason().name());
    if (q.declined() != null && q.declined().note() != null) o.put("note", q.declined().note());
    if (!q.labels().isEmpty()) o.put("labels", new JsonArray(q.labels()));
    if (q.answer() != null) o.put("live", q.answer().text() == null);
    if (q.answer() != null && q.answer().text() != null) o.put("answer", q.answer().text());
    if (q.burst() != null) o.put("burst", q.burst());
    if (by != null) o.put("by", by);
    return o.encode();
  }

  static Entry read(String text, @Nullable Asker asker) {
    JsonObject o = new JsonObject(text);
    return new Entry(question(o), asker, o.getString("by"));
  }

  private static Question question(JsonObject o) {
    Times times = new Times(o.getLong("asked"), o.getLong("published"), o.getLong("answered", 0L));
    String before = o.getString("before");
    String reason = o.getString("reason");
    Declined declined =
        reason == null ? null : new Declined(DeclineReason.valueOf(reason), o.getString("note"));
    Answer answer = o.containsKey("live") ? new Answer(o.getString("answer")) : null;
    List<String> labels =
        o.getJsonArray("labels", new JsonArray()).stream().map(String.class::cast).toList();
    return new Question(
        o.getString("id"),
        o.getLong("rev"),
        o.getInteger("n"),
        o.getString("text"),
        o.getString("original"),
        o.getString("name"),
        times,
        QuestionState.valueOf(o.getString("state")),
        before == null ? null : QuestionState.valueOf(before),
        o.getString("into"),
        declined,
        labels,
        answer,
        o.getLong("burst"));
  }
}
