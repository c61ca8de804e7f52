package io.plenary.kinds.qa.export;

import io.plenary.export.ActivityResults;
import io.plenary.export.EventResults;
import io.plenary.export.ExampleResults;
import io.plenary.kinds.qa.export.QuestionResult.Times;
import java.time.OffsetDateTime;
import java.util.List;

/** Questions to write in tests. */
public final class Asked {
  private static final OffsetDateTime AT = OffsetDateTime.parse("2027-03-08T14:02Z");

  private Asked() {}

  public static QuestionResult published(String id, int number, String text, int upvotes) {
    return new QuestionResult(
        id,
        number,
        text,
        null,
        null,
        new Times(AT, AT.plusMinutes(3), null),
        "published",
        null,
        null,
        List.of(),
        upvotes,
        upvotes,
        null,
        null,
        null);
  }

  /** As {@link #published}, with people's words in every place that holds some. */
  public static QuestionResult saying(String words) {
    return new QuestionResult(
        "q1",
        1,
        words,
        words,
        words,
        new Times(AT, AT, AT),
        "answered",
        null,
        words,
        List.of(words),
        0,
        0,
        words,
        "written",
        null);
  }

  /** One of each state. The second has the upvotes of the fourth too, one person being in both. */
  public static QuestionResults room() {
    return new QuestionResults(
        "a1",
        "Main hall",
        "locked",
        1,
        List.of(
            new QuestionResult(
                "w1",
                0,
                "Is there lunch?",
                null,
                null,
                new Times(AT.plusMinutes(1), null, null),
                "waiting",
                null,
                null,
                List.of(),
                0,
                0,
                null,
                null,
                null),
            new QuestionResult(
                "p2",
                2,
                "Why now, and \"why\" here?",
                null,
                "A name",
                new Times(AT, AT.plusMinutes(2), null),
                "live",
                null,
                null,
                List.of("pay", "leave"),
                6,
                4,
                null,
                null,
                null),
            new QuestionResult(
                "an",
                1,
                "What will change?",
                "What wil chagne?",
                null,
                new Times(AT, AT, AT.plusMinutes(40)),
                "answered",
                null,
                null,
                List.of(),
                7,
                7,
                "Much.",
                "written",
                null),
            new QuestionResult(
                "m1",
                3,
                "Why now?",
                null,
                null,
                new Times(AT, AT.plusMinutes(2), null),
                "merged",
                null,
                null,
                List.of(),
                3,
                3,
                null,
                null,
                "p2"),
            new QuestionResult(
                "m2",
                0,
                "And why",
                null,
                null,
                new Times(AT, null, null),
                "merged",
                null,
                null,
                List.of(),
                0,
                0,
                null,
                null,
                "m1"),
            new QuestionResult(
                "d1",
                0,
                "Buy my book",
                null,
                null,
                new Times(AT, null, null),
                "declined",
                "offTopic",
                "Not today.",
                List.of(),
                0,
                0,
                null,
                null,
                null),
            new QuestionResult(
                "x1",
                4,
                null,
                null,
                null,
                new Times(AT, AT, null),
                "withdrawn",
                null,
                null,
                List.of(),
                2,
                2,
                null,
                null,
                null),
            new QuestionResult(
                "z1",
                0,
                "Old",
                null,
                null,
                new Times(AT, null, null),
                "archived",
                "other",
                null,
                List.of(),
                0,
                0,
                null,
                null,
                null)));
  }

  public static PublicQuestionResults seen() {
    return new PublicQuestionResults(
        "Main hall",
        List.of(
            new PublicQuestionResult(
                1,
                "What will change?",
                true,
                null,
                AT,
                "answered",
                List.of(),
                7,
                "Much.",
                List.of()),
            new PublicQuestionResult(
                2,
                "Why now, and \"why\" here?",
                false,
                "A name",
                AT,
                "live",
                List.of("pay", "leave"),
                6,
                null,
                List.of(3))));
  }

  public static EventResults event(ActivityResults... results) {
    return ExampleResults.event(results);
  }
}
