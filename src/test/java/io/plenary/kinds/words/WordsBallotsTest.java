package io.plenary.kinds.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.kinds.words.WordsSettings.Language;
import io.plenary.voting.Answer;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What may be answered, and what is kept of it. */
class WordsBallotsTest {
  private static RuleViolation refused(WordsSettings settings, Answer answer) {
    RuleViolation refused =
        assertThrows(RuleViolation.class, () -> WordClouds.paper(settings).write(answer));
    assertEquals(Reason.BAD_ANSWER, refused.reason());
    return refused;
  }

  @Test
  void whatWasWrittenIsItsOwnListOfCounters() {
    WordsSettings three = WordClouds.settings(3);
    assertEquals(
        "childcare/Childcare,paygap/Pay%20gap", WordClouds.word(three, "Pay  gap", "Childcare"));
    assertEquals("-", WordClouds.word(three));
    assertEquals("a%2Ab%7Cc%2Cd%2Fe/a%2Ab%7Cc%2Cd%2Fe", WordClouds.word(three, "a*b|c,d/e"));
  }

  @Test
  void ofOneTermTheFirstFormCounts() {
    WordsSettings three = WordClouds.settings(3, Language.CY);
    assertEquals("proud/Proud", WordClouds.word(three, "Proud", "PROUD!", "proud"));
    assertEquals("merch/ferch", WordClouds.word(three, "ferch", "merch"));
  }

  @Test
  void aRefusalSaysWhatToDo() {
    WordsSettings two = WordClouds.settings(2);
    WordsSettings one = WordClouds.settings(1);
    assertEquals(
        "Write at least one word.", refused(two, new Answer(List.of(), false)).getMessage());
    assertEquals(
        "Write at most 2 entries.",
        refused(two, new Answer(List.of("a", "b", "c"), false)).getMessage());
    assertEquals(
        "Write one entry.", refused(one, new Answer(List.of("a", "b"), false)).getMessage());
    assertEquals(
        "A vote either writes or abstains.",
        refused(two, new Answer(List.of("a"), true)).getMessage());
    WordsSettings asked = new WordsSettings("How?", 2, 25, false, List.of(), null);
    assertEquals(
        "This word cloud offers no way to abstain.", refused(asked, Answer.ABSTAINED).getMessage());
  }

  /** The order in which somebody writes is in no ballot. */
  @Property
  void theOrderOfEntriesMakesNoOtherBallot(
      @ForAll @Size(min = 1, max = 3)
          List<
                  @net.jqwik.api.constraints.AlphaChars
                  @net.jqwik.api.constraints.StringLength(min = 1, max = 10) String>
              entries) {
    var paper = WordClouds.PAPER;
    List<String> families = entries.stream().map(e -> Terms.family(e, List.of())).toList();
    if (families.stream().distinct().count() < families.size()) return;
    List<String> reversed = new java.util.ArrayList<>(entries);
    java.util.Collections.reverse(reversed);
    assertEquals(paper.write(new Answer(entries, false)), paper.write(new Answer(reversed, false)));
  }

  /** Five of the longest entries stay what the store takes of one vote. */
  @Test
  void theLongestBallotIsBounded() {
    WordsSettings most = new WordsSettings("How?", 5, 40, false, List.of(), null);
    String[] entries = new String[5];
    for (int i = 0; i < 5; i++) entries[i] = "\uD83D\uDE00".repeat(39) + i;
    String word = WordClouds.word(most, entries);
    assertEquals(5, word.split(",").length);
    assertTrue(word.length() < 5_000, () -> "" + word.length());
  }

  @Test
  void aNameOfAModeratorIsCleanedAsAnEntryIs() {
    WordsSettings asked = new WordsSettings("How?", 1, 10, false, List.of(), null);
    assertEquals("Gender pay gap", new WordsBallots().called(asked, " Gender  pay\u202E gap "));
    assertThrows(RuleViolation.class, () -> new WordsBallots().called(asked, "?"));
    assertThrows(RuleViolation.class, () -> new WordsBallots().called(asked, "x".repeat(41)));
  }
}
