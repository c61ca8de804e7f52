package io.plenary.kinds.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.kinds.choice.PollDraft.DraftOption;
import io.plenary.words.Results;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PollDraftTest {
  private static PollDraft draft(
      String question, int max, String abstain, List<DraftOption> options) {
    return new PollDraft(question, options, max, abstain, Results.HIDDEN);
  }

  private static void refused(String said, PollDraft draft) {
    RuleViolation refused = assertThrows(RuleViolation.class, draft::check);
    assertEquals(Reason.BAD_DRAFT, refused.reason());
    assertTrue(refused.getMessage().contains(said), refused::getMessage);
  }

  @Test
  @DisplayName("R5 two options that read the same are the same, composed or not")
  void r5_composedAndDecomposedAreTheSame() {
    List<DraftOption> both =
        List.of(
            new DraftOption(null, "caf\u00e9", false), new DraftOption(null, "cafe\u0301", false));
    refused("Two options have the same text", draft("Q", 1, null, both));
    refused(
        "the same text as an option",
        draft("Q", 1, "cafe\u0301", List.of(both.get(0), new DraftOption(null, "tea", false))));
  }

  private static List<DraftOption> many(int n) {
    return IntStream.range(0, n)
        .mapToObj(i -> new DraftOption(null, "Option " + i, false))
        .toList();
  }

  /**
   * Each number is an option: 0 is new, any other has the id o<n>, as the server itself makes them.
   */
  @Property
  void idsStayAndNewOnesAreUnique(
      @ForAll @Size(min = 2, max = 20) List<@IntRange(max = 25) Integer> numbers) {
    List<DraftOption> options = new ArrayList<>();
    for (int n : numbers) {
      boolean fresh = n == 0 || options.stream().anyMatch(o -> ("o" + n).equals(o.id()));
      options.add(new DraftOption(fresh ? null : "o" + n, "Text " + options.size(), n % 2 == 0));
    }
    PollQuestion made = draft("Q", 1, null, options).check();
    assertEquals(options.size(), new HashSet<>(made.optionIds()).size());
    for (int i = 0; i < options.size(); i++) {
      DraftOption was = options.get(i);
      PollOption now = made.options().get(i);
      assertEquals(was.text(), now.text());
      assertEquals(was.exclusive(), now.exclusive());
      if (was.id() != null) assertEquals(was.id(), now.id());
      assertTrue(now.id().matches("[a-z0-9]{1,8}"));
    }
  }

  @Test
  void checkingWhatWasMadeChangesNothing() {
    PollQuestion made = Polls.question(" What \u202Enow? ");
    assertEquals("What now?", made.text());
    List<DraftOption> again =
        made.options().stream().map(o -> new DraftOption(o.id(), o.text(), o.exclusive())).toList();
    assertEquals(made, draft(made.text(), made.maxChoices(), made.abstain(), again).check());
  }

  @Test
  void holdsToItsLimits() {
    draft("😀".repeat(300), 20, "a".repeat(80), many(20)).check();
    refused("The question is longer", draft("😀".repeat(301), 1, null, many(2)));
    refused("2 to 20", draft("Q", 1, null, many(1)));
    refused("2 to 20", draft("Q", 1, null, many(21)));
    refused("choose", draft("Q", 0, null, many(2)));
    refused("choose", draft("Q", 3, null, many(2)));
    refused(
        "An option is longer",
        draft(
            "Q",
            1,
            null,
            List.of(
                new DraftOption(null, "x".repeat(201), false), new DraftOption(null, "y", false))));
    refused("The way to abstain is longer", draft("Q", 1, "x".repeat(81), many(2)));
  }

  @Test
  void nothingMayBeEmptyOrLookLikeAnother() {
    refused("Write the question", draft(" \u200D\u3164 ", 1, null, many(2)));
    refused("text for every option", draft("Q", 1, null, Polls.options("Yes", "\u200B")));
    refused("same text", draft("Q", 1, null, Polls.options("Yes", " Yes\u202E ")));
    refused("Write how to abstain", draft("Q", 1, " ", many(2)));
    refused("abstain has the same text", draft("Q", 1, "Yes ", Polls.options("Yes", "No")));
    refused(
        "same id",
        draft(
            "Q",
            1,
            null,
            List.of(new DraftOption("o1", "a", false), new DraftOption("o1", "b", false))));
  }
}
