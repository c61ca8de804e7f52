package io.plenary.kinds.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.Activity.State;
import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.kinds.ranking.RankingSettings.Unranked;
import io.plenary.voting.Wording.Labelled;
import io.plenary.words.Results;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What organisers may write of a ranking, and what becomes of it. */
class RankingDraftTest {
  private static RankingDraft draft(String question, int places, String abstain, String... texts) {
    return new RankingDraft(
        question,
        Stream.of(texts).map(t -> new Labelled(null, t)).toList(),
        places,
        true,
        Unranked.MEAN,
        abstain,
        Results.STAGE);
  }

  private static String[] many(int n) {
    return IntStream.range(0, n).mapToObj(i -> "Option " + i).toArray(String[]::new);
  }

  private static void refused(String said, RankingDraft draft) {
    RuleViolation refused = assertThrows(RuleViolation.class, draft::check);
    assertEquals(Reason.BAD_DRAFT, refused.reason());
    assertTrue(refused.getMessage().contains(said), refused::getMessage);
  }

  @Test
  void holdsToItsLimits() {
    assertEquals(
        15, draft("😀".repeat(300), 15, "a".repeat(80), many(15)).check().options().size());
    draft("Q", 1, null, many(2)).check();
    refused("A ranking has 2 to 15 options.", draft("Q", 1, null, many(1)));
    refused("A ranking has 2 to 15 options.", draft("Q", 1, null, many(16)));
    refused("at least 1 place and at most as many", draft("Q", 0, null, many(2)));
    refused("at least 1 place and at most as many", draft("Q", 3, null, many(2)));
    refused("The question is longer", draft("x".repeat(301), 1, null, many(2)));
    refused("An option is longer", draft("Q", 1, null, "x".repeat(201), "y"));
    refused("The way to abstain is longer", draft("Q", 1, "x".repeat(81), many(2)));
  }

  @Test
  void nothingMayBeEmptyOrLookLikeAnother() {
    refused("Write the question", draft(" \u200D\u3164 ", 1, null, many(2)));
    refused("text for every option", draft("Q", 1, null, "Yes", "\u200B"));
    refused("same text", draft("Q", 1, null, "Yes", " Yes\u202E "));
    refused("same text", draft("Q", 1, null, "caf\u00e9", "cafe\u0301"));
    refused("Write how to abstain", draft("Q", 1, " ", many(2)));
    refused("abstain has the same text", draft("Q", 1, "Yes ", "Yes", "No"));
    List<Labelled> twice = List.of(new Labelled("o1", "a"), new Labelled("o1", "b"));
    refused("same id", new RankingDraft("Q", twice, 1, false, Unranked.ZERO, null, Results.HIDDEN));
  }

  /** Whatever people write stays one line of text that is nothing but text. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "=HYPERLINK(\"x\")",
        "a>b@1|c,d*2",
        "-",
        "\u202Eevil",
        "a\nb",
        "\uD83D\uDE00\u0000",
        "'; DROP TABLE votes; --",
        "{\"$ref\":\"#\"}",
        "\uFEFF\u2066x"
      })
  void hostileTextIsText(String hostile) {
    RankingSettings made = draft(hostile, 2, null, hostile, "Another").check();
    assertEquals(List.of("o1", "o2"), made.ids());
    assertTrue(made.options().get(0).text().chars().noneMatch(c -> c < ' ' || c == 0x202E));
    assertEquals(made.question(), made.options().get(0).text());
    RankingDraft again =
        new RankingDraft(
            made.question(),
            made.options().stream().map(o -> new Labelled(o.id(), o.text())).toList(),
            2,
            true,
            Unranked.MEAN,
            null,
            Results.STAGE);
    assertEquals(made, again.check(), "what was made is made again");
  }

  @Test
  void isMadeAndEditedAsEveryBallot() {
    RankingDraft first = draft("Q", 2, null, "a", "b", "c");
    Ranking made = (Ranking) first.create("r");
    assertEquals(State.DRAFT, made.state());
    assertEquals("Q", made.title());
    assertEquals(Ranking.KIND, made.kind());
    assertTrue(first.made(made));
    var other = draft("Q", 1, null, "a", "b", "c").edit(made);
    assertEquals(2, ((Ranking) other.next()).round(), "fewer places are another round");
    assertTrue(String.valueOf(other.frozen()).contains("Reset the ranking or duplicate it."));
  }
}
