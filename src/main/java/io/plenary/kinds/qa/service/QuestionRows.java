package io.plenary.kinds.qa.service;

import io.plenary.kinds.qa.DeclineReason;
import io.plenary.kinds.qa.PublicQuestion;
import io.plenary.kinds.qa.Question;
import io.plenary.kinds.qa.QuestionState;
import io.plenary.kinds.qa.export.PublicQuestionResult;
import io.plenary.kinds.qa.export.QuestionResult;
import io.plenary.kinds.qa.service.QuestionReading.Found;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Questions as rows of files. */
final class QuestionRows {
  private QuestionRows() {}

  static List<QuestionResult> all(Found found, ZoneId zone) {
    return found.all().stream().map(q -> row(q, found, zone)).toList();
  }

  /** By the one way on which nothing gets to the room that it may not see. */
  static List<PublicQuestionResult> seen(Found found, ZoneId zone) {
    return found.all().stream()
        .map(q -> PublicQuestion.of(q, found.counts().getOrDefault(q.id(), 0), found.questions()))
        .filter(Objects::nonNull)
        .sorted(Comparator.comparingInt(PublicQuestion::n))
        .map(
            p ->
                new PublicQuestionResult(
                    p.n(),
                    p.text(),
                    p.corrected(),
                    p.name(),
                    at(p.minute(), zone),
                    word(p.state()),
                    p.labels(),
                    p.up(),
                    p.answer(),
                    p.also()))
        .toList();
  }

  private static QuestionResult row(Question q, Found found, ZoneId zone) {
    Integer raw = found.raw() == null ? null : found.raw().getOrDefault(q.id(), 0);
    boolean merged = q.state() == QuestionState.MERGED;
    int upvotes = merged && raw != null ? raw : found.counts().getOrDefault(q.id(), 0);
    String answer = q.answer() == null ? null : q.answer().text();
    return new QuestionResult(
        q.id(),
        q.n(),
        q.erased() ? null : q.text(),
        q.original(),
        q.name(),
        new QuestionResult.Times(
            at(q.times().asked(), zone),
            ever(q.times().published(), zone),
            ever(q.times().answered(), zone)),
        word(q.state()),
        q.declined() == null ? null : word(q.declined().reason()),
        q.declined() == null ? null : q.declined().note(),
        q.labels(),
        upvotes,
        raw,
        answer,
        q.answer() == null ? null : answer == null ? "live" : "written",
        merged ? q.into() : null);
  }

  private static OffsetDateTime at(long minute, ZoneId zone) {
    return Instant.ofEpochSecond(TimeUnit.MINUTES.toSeconds(minute))
        .atZone(zone)
        .toOffsetDateTime();
  }

  private static @Nullable OffsetDateTime ever(long minute, ZoneId zone) {
    return minute == 0 ? null : at(minute, zone);
  }

  private static String word(QuestionState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  /** Words of the wire: {@code offTopic}. */
  private static String word(DeclineReason reason) {
    StringBuilder word = new StringBuilder();
    for (String part : reason.name().toLowerCase(Locale.ROOT).split("_")) {
      word.append(
          word.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
    }
    return word.toString();
  }
}
