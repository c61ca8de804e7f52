package io.plenary.kinds.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.Activity.State;
import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.kinds.rating.RatingScale.Type;
import io.plenary.voting.Wording.Labelled;
import io.plenary.words.Results;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What organisers may write of a rating, and what becomes of it. */
class RatingDraftTest {
  private static RatingDraft draft(
      String question, RatingScale scale, String noOpinion, String abstain, String... texts) {
    return new RatingDraft(
        question,
        Stream.of(texts).map(t -> new Labelled(null, t)).toList(),
        scale,
        noOpinion,
        abstain,
        Results.STAGE);
  }

  private static RatingDraft of(RatingScale scale) {
    return draft("Q", scale, null, null, "It is good");
  }

  private static String[] many(int n) {
    return IntStream.range(0, n).mapToObj(i -> "Statement " + i).toArray(String[]::new);
  }

  private static void refused(String said, RatingDraft draft) {
    RuleViolation refused = assertThrows(RuleViolation.class, draft::check);
    assertEquals(Reason.BAD_DRAFT, refused.reason());
    assertTrue(refused.getMessage().contains(said), refused::getMessage);
  }

  private static RatingScale points(int points, String low, String high) {
    return new RatingScale(Type.POINTS, points, low, high);
  }

  @Test
  void holdsToItsLimits() {
    String end = "😀".repeat(40);
    RatingDraft most =
        draft("x".repeat(300), points(10, end, "y"), "n".repeat(80), "a".repeat(80), many(10));
    assertEquals(10, most.check().statements().size());
    of(points(2, "a", "b")).check();
    of(Ratings.AGREEMENT).check();
    of(Ratings.PROMOTER).check();
    RatingScale five = Ratings.points(5);
    refused("A rating has 1 to 10 statements.", draft("Q", five, null, null));
    refused("A rating has 1 to 10 statements.", draft("Q", five, null, null, many(11)));
    refused("A scale has 2 to 10 points.", of(points(1, "a", "b")));
    refused("A scale has 2 to 10 points.", of(points(11, "a", "b")));
    refused("longer than 40 characters", of(points(5, end + "x", "b")));
    refused("of agreement has 5 points", of(new RatingScale(Type.AGREEMENT, 7, null, null)));
    refused("have names already", of(new RatingScale(Type.AGREEMENT, 5, "a", "b")));
    refused("has 11 points", of(new RatingScale(Type.PROMOTER, 10, null, null)));
    refused("have names already", of(new RatingScale(Type.PROMOTER, 11, null, "b")));
    refused("is of one statement", draft("Q", Ratings.PROMOTER, null, null, many(2)));
    refused("The question is longer", draft("x".repeat(301), five, null, null, "a"));
    refused("A statement is longer", draft("Q", five, null, null, "x".repeat(201)));
    refused("No opinion has more than 80", draft("Q", five, "x".repeat(81), null, "a"));
  }

  @Test
  void nothingMayBeEmptyOrLookLikeAnother() {
    RatingScale five = Ratings.points(5);
    refused("Write the question", draft(" \u200D\u3164 ", five, null, null, "a"));
    refused("text for every statement", draft("Q", five, null, null, "a", "\u200B"));
    refused("Two statements have the same text", draft("Q", five, null, null, "a", " a\u202E "));
    refused("what both ends of the scale mean", of(points(5, "a", null)));
    refused("what both ends of the scale mean", of(points(5, "\u200B", "b")));
    refused("Both ends of the scale have the same name", of(points(5, "a", " a ")));
    refused("Write how to have no opinion", draft("Q", five, " ", null, "a"));
    refused("Write how to abstain", draft("Q", five, null, " ", "a"));
    List<Labelled> twice = List.of(new Labelled("o1", "a"), new Labelled("o1", "b"));
    refused("same id", new RatingDraft("Q", twice, five, null, null, Results.HIDDEN));
  }

  /** Whatever people write stays one line of text that is nothing but text. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "=HYPERLINK(\"x\")",
        "a:1|c,d*2",
        "-",
        "\u202Eevil",
        "a\nb",
        "\uD83D\uDE00\u0000",
        "'; DROP TABLE votes; --",
        "\uFEFF\u2066x"
      })
  void hostileTextIsText(String hostile) {
    RatingSettings made =
        draft(hostile, points(3, hostile, "Other"), hostile, hostile + "!", hostile, "b").check();
    assertEquals(List.of("o1", "o2"), made.ids());
    for (String text :
        Stream.of(made.statements().get(0).text(), made.scale().low(), made.noOpinion()).toList()) {
      assertEquals(made.question(), text);
      assertTrue(text.chars().noneMatch(c -> c < ' ' || c == 0x202E));
    }
    RatingDraft again =
        new RatingDraft(
            made.question(),
            made.statements().stream().map(s -> new Labelled(s.id(), s.text())).toList(),
            made.scale(),
            made.noOpinion(),
            made.abstain(),
            Results.STAGE);
    assertEquals(made, again.check(), "what was made is made again");
  }

  @Test
  void isMadeAndEditedAsEveryBallot() {
    RatingDraft first = draft("Q", Ratings.AGREEMENT, "No opinion", null, "a", "b");
    Rating made = (Rating) first.create("r");
    assertEquals(State.DRAFT, made.state());
    assertEquals("Q", made.title());
    assertEquals(Rating.KIND, made.kind());
    assertTrue(first.made(made));
    assertEquals("R", made.titled("R").title());
    var other = draft("Q", Ratings.AGREEMENT, null, null, "a", "b").edit(made);
    assertEquals(2, ((Rating) other.next()).round(), "another way to answer is another round");
    assertTrue(String.valueOf(other.frozen()).contains("Reset the rating or duplicate it."));
  }
}
