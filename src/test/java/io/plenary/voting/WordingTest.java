package io.plenary.voting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.voting.Wording.Labelled;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What has rows that are no options is told so, and may have one alone. */
class WordingTest {
  private static List<Labelled> statements(String... texts) {
    return Wording.labels(
        Stream.of(texts).map(text -> new Labelled(null, text)).toList(),
        1,
        3,
        "rating",
        "statement");
  }

  private static void refused(String said, String... texts) {
    RuleViolation refused = assertThrows(RuleViolation.class, () -> statements(texts));
    assertEquals(Reason.BAD_DRAFT, refused.reason());
    assertEquals(said, refused.getMessage());
  }

  @Test
  void rowsAreCalledWhatTheyAre() {
    assertEquals(List.of(new Labelled("o1", "Pay is fair")), statements(" Pay  is fair "));
    refused("A rating has 1 to 3 statements.");
    refused("A rating has 1 to 3 statements.", "a", "b", "c", "d");
    refused("Two statements have the same text. Change or remove one.", "a", " a");
    refused("Write a text for every statement.", "a", "");
    refused("A statement is longer than 200 characters.", "x".repeat(201));
  }
}
