package io.plenary.kinds.points;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.Activity.State;
import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.voting.Wording.Labelled;
import io.plenary.words.Results;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What organisers may write of a points poll, and what becomes of it. */
class PointsDraftTest {
  private static PointsDraft draft(
      String question, int total, int step, String abstain, String... texts) {
    return new PointsDraft(
        question,
        Stream.of(texts).map(t -> new Labelled(null, t)).toList(),
        total,
        step,
        abstain,
        Results.STAGE);
  }

  private static String[] many(int n) {
    return IntStream.range(0, n).mapToObj(i -> "Option " + i).toArray(String[]::new);
  }

  private static void refused(String said, PointsDraft draft) {
    RuleViolation refused = assertThrows(RuleViolation.class, draft::check);
    assertEquals(Reason.BAD_DRAFT, refused.reason());
    assertTrue(refused.getMessage().contains(said), refused::getMessage);
  }

  @Test
  void holdsToItsLimits() {
    assertEquals(
        10, draft("😀".repeat(300), 1_000, 1, "a".repeat(80), many(10)).check().options().size());
    draft("Q", 1, 1, null, many(2)).check();
    draft("Q", 7, 7, null, many(2)).check();
    refused("A points poll has 2 to 10 options.", draft("Q", 100, 5, null, many(1)));
    refused("A points poll has 2 to 10 options.", draft("Q", 100, 5, null, many(11)));
    refused("Everybody has 1 to 1000 points to give.", draft("Q", 0, 1, null, many(2)));
    refused("Everybody has 1 to 1000 points to give.", draft("Q", 1_001, 1, null, many(2)));
    refused("in steps that add up to 100", draft("Q", 100, 0, null, many(2)));
    refused("in steps that add up to 100", draft("Q", 100, 3, null, many(2)));
    refused("in steps that add up to 100", draft("Q", 100, 200, null, many(2)));
    refused("The question is longer", draft("x".repeat(301), 100, 5, null, many(2)));
    refused("An option is longer", draft("Q", 100, 5, null, "x".repeat(201), "y"));
    refused("Write the question", draft(" \u200D\u3164 ", 100, 5, null, many(2)));
    refused("same text", draft("Q", 100, 5, null, "Yes", " Yes\u202E "));
    refused("abstain has the same text", draft("Q", 100, 5, "Yes ", "Yes", "No"));
  }

  /** Whatever people write stays one line of text that is nothing but text. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "=HYPERLINK(\"x\")",
        "a*30,b@|c",
        "-",
        "\u202Eevil",
        "a\nb",
        "\uD83D\uDE00\u0000",
        "'; DROP TABLE votes; --",
        "\uFEFF\u2066x"
      })
  void hostileTextIsText(String hostile) {
    PointsSettings made = draft(hostile, 100, 5, null, hostile, "Another").check();
    assertEquals(List.of("o1", "o2"), made.ids());
    assertTrue(made.options().get(0).text().chars().noneMatch(c -> c < ' ' || c == 0x202E));
    assertEquals(made.question(), made.options().get(0).text());
    PointsDraft again =
        new PointsDraft(
            made.question(),
            made.options().stream().map(o -> new Labelled(o.id(), o.text())).toList(),
            100,
            5,
            null,
            Results.STAGE);
    assertEquals(made, again.check(), "what was made is made again");
  }

  @Test
  void isMadeAndEditedAsEveryBallot() {
    PointsDraft first = draft("Q", 100, 5, null, "a", "b", "c");
    PointsPoll made = (PointsPoll) first.create("p");
    assertEquals(State.DRAFT, made.state());
    assertEquals("Q", made.title());
    assertEquals(PointsPoll.KIND, made.kind());
    assertTrue(first.made(made));
    var other = draft("Q", 100, 10, null, "a", "b", "c").edit(made);
    assertEquals(2, ((PointsPoll) other.next()).round(), "other steps are another round");
    assertTrue(String.valueOf(other.frozen()).contains("Reset the points poll or duplicate it."));
  }
}
