package io.plenary.kinds.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.Activity.State;
import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.kinds.words.WordsSettings.Language;
import io.plenary.words.Results;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What organisers may write of a word cloud, and what becomes of it. */
class WordsDraftTest {
  private static WordsDraft draft(String question, int entries, int length, Language... languages) {
    return new WordsDraft(
        question, entries, length, false, List.of(languages), "I pass", Results.STAGE);
  }

  private static void refused(String said, WordsDraft draft) {
    RuleViolation refused = assertThrows(RuleViolation.class, draft::check);
    assertEquals(Reason.BAD_DRAFT, refused.reason());
    assertTrue(String.valueOf(refused.getMessage()).contains(said), refused::getMessage);
  }

  @Test
  void holdsToItsLimits() {
    assertEquals(5, draft("x".repeat(300), 5, 40, Language.values()).check().entries());
    draft("Q", 1, 10).check();
    refused("People can give 1 to 5 entries.", draft("Q", 0, 25));
    refused("People can give 1 to 5 entries.", draft("Q", 6, 25));
    refused("An entry may have 10 to 40 characters at most.", draft("Q", 3, 9));
    refused("An entry may have 10 to 40 characters at most.", draft("Q", 3, 41));
    refused("A language is given twice.", draft("Q", 3, 25, Language.EN, Language.EN));
    refused("The question is longer", draft("x".repeat(301), 3, 25));
    refused("Write the question", draft(" \u200D\u3164 ", 3, 25));
    refused(
        "Write how to abstain", new WordsDraft("Q", 3, 25, false, List.of(), " ", Results.HIDDEN));
  }

  @Test
  void theOrderOfLanguagesAsksNothingElse() {
    assertEquals(
        draft("Q", 3, 25, Language.EN, Language.CY).check(),
        draft("Q", 3, 25, Language.CY, Language.EN).check());
  }

  @Test
  void isMadeAndEditedAsEveryBallot() {
    WordsDraft first = draft(" One\u202E word? ", 3, 25, Language.CY);
    Words made = (Words) first.create("w");
    assertEquals(State.DRAFT, made.state());
    assertEquals("One word?", made.title());
    assertEquals(Words.KIND, made.kind());
    assertTrue(first.made(made));
    assertEquals("Other?", made.titled("Other?").asked().question());
    var other = draft("One word?", 3, 25).edit(made);
    assertEquals(2, ((Words) other.next()).round(), "other word forms are another round");
    assertTrue(String.valueOf(other.frozen()).contains("Reset the word cloud or duplicate it."));
  }
}
