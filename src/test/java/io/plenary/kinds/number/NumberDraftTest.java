package io.plenary.kinds.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.words.Results;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What organisers may write of a number poll, and what becomes of it. */
class NumberDraftTest {
  private static NumberDraft draft(
      String min, String max, String step, String unit, String right, String abstain) {
    return new NumberDraft("How many?", min, max, step, unit, right, abstain, Results.STAGE);
  }

  private static void refused(String said, NumberDraft draft) {
    RuleViolation refused = assertThrows(RuleViolation.class, draft::check);
    assertEquals(Reason.BAD_DRAFT, refused.reason());
    assertTrue(refused.getMessage().contains(said), refused::getMessage);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 100, 1, 100, 1",
    "-1000000000000, 1000000000000, 0.000001, 2000000000000000000, 5000000000000000",
    "0, 0.3, 0.1, 3, 1",
    "0, 499, 1, 499, 1",
    "0, 500, 1, 500, 2",
    "-0.5, 2500, 0.5, 5001, 20",
    "7, 7.000001, 0.000001, 1, 1",
  })
  void holdsToItsLimits(String min, String max, String step, long places, long width) {
    NumberSettings asked = draft(min, max, step, null, null, null).check();
    assertEquals(new Bins(places, width), asked.bins());
    assertTrue(asked.bins().size() <= Bins.MOST);
    assertEquals(new BigDecimal(max), asked.value(places), "exactly");
  }

  @Test
  void refusesWhatCannotBeAsked() {
    refused("must be larger", draft("5", "5", "1", null, null, null));
    refused("must be larger", draft("6", "5", "1", null, null, null));
    refused("The step must be more than 0", draft("0", "5", "0", null, null, null));
    refused("The step must be more than 0", draft("0", "5", "-1", null, null, null));
    refused("a whole number of steps of 0.3 above 0", draft("0", "1", "0.3", null, null, null));
    refused("smallest number must be a number", draft("", "1", "1", null, null, null));
    refused("smallest number must be a number", draft("1e1", "100", "1", null, null, null));
    refused("largest number must be", draft("0", "1000000000001", "1", null, null, null));
    refused("step must be a number", draft("0", "1", "0.0000001", null, null, null));
    refused("step must be a number", draft("0", "1", "0,5", null, null, null));
    refused("The right value must be one", draft("0", "10", "1", null, "11", null));
    refused("The right value must be one", draft("0", "10", "1", null, "1.5", null));
    refused("The right value must be a number", draft("0", "10", "1", null, "many", null));
    refused("Write the unit", draft("0", "10", "1", " \u200D ", null, null));
    refused("The unit is longer than 20", draft("0", "10", "1", "y".repeat(21), null, null));
    refused("Write how to abstain", draft("0", "10", "1", null, null, " "));
  }

  @Test
  void equalNumbersAreTheSameHoweverTheyAreWritten() {
    NumberSettings asked = draft("-0", "10.50", "00.5", " y\u202Eears ", "2.0", null).check();
    assertEquals(draft("0", "10.5", "0.5", "years", "2", null).check(), asked);
    assertEquals("100", draft("0", "100", "100", null, null, null).check().max().toString());
    assertNull(draft("0", "1", "1", null, null, null).check().right());
  }

  @Test
  void aDraftIsRecognisedAndItsTitleChanges() {
    NumberDraft draft = draft("0", "10", "0.50", null, "2.50", null);
    NumberPoll made = (NumberPoll) draft.create("p1");
    assertTrue(draft.made(made));
    NumberPoll titled = made.titled("How much?");
    assertEquals("How much?", titled.title());
    assertEquals(new BigDecimal("2.5"), titled.asked().right());
  }
}
