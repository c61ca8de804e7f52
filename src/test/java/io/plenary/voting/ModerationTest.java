package io.plenary.voting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.voting.Moderation.Wish;
import io.plenary.words.Standing;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModerationTest {
  /** Answers are plain words; a name is cleaned by taking its blanks off. */
  private static final class Plain implements OpenEndedType<String, String> {
    @Override
    public String read(Answer answer, String settings) {
      return answer.entries().get(0);
    }

    @Override
    public Answer answer(String ballot) {
      return new Answer(List.of(ballot), false);
    }

    @Override
    public String encode(String ballot) {
      return ballot + "/" + ballot;
    }

    @Override
    public String decode(String text) {
      return text.substring(0, text.indexOf('/'));
    }

    @Override
    public void contributions(String settings, String ballot, Contributions to) {
      to.add(ballot + "/" + ballot);
    }

    @Override
    public Object result(String settings, Tally tally) {
      return tally.counts();
    }

    @Override
    public List<OpenAnswer> answers(String settings, Tally tally) {
      return List.of();
    }

    @Override
    public String called(String settings, String text) {
      if (text.isBlank()) throw new RuleViolation(Reason.BAD_ANSWER, "Write a name.");
      return text.strip();
    }
  }

  private static final BallotPaper<String, String> PAPER = new BallotPaper<>(new Plain(), "");

  private static final Map<String, Ruling> BEFORE =
      Map.of(
          "gap", new Ruling(2, Standing.SHOWN, "", ""),
          "paygap", new Ruling(1, Standing.HIDDEN, "gap", "Pay gap"));

  private static final List<OpenAnswer> KNOWN =
      List.of(answer("gap"), answer("paygap"), answer("trust"), answer("hope"));

  private static OpenAnswer answer(String family) {
    return new OpenAnswer(
        family, family, 1, List.of(), false, BEFORE.getOrDefault(family, Ruling.NONE));
  }

  private static Map<String, Ruling> decide(Wish... wishes) {
    Tally tally = Tally.none(1).under(new Rulings(3, BEFORE));
    return Moderation.decide(PAPER, tally, KNOWN, List.of(wishes));
  }

  private static Reason refused(Wish... wishes) {
    return assertThrows(RuleViolation.class, () -> decide(wishes)).reason();
  }

  private static Wish wish(String family, long rev, String into) {
    return new Wish(family, rev, Standing.SHOWN, into, "");
  }

  @Test
  void aDecisionIsTheNextRevisionWithItsNameCleaned() {
    assertEquals(
        Map.of("trust", new Ruling(1, Standing.SHOWN, "", "Ymddiriedaeth")),
        decide(new Wish("trust", 0, Standing.SHOWN, "", " Ymddiriedaeth ")));
    assertEquals(Reason.BAD_ANSWER, refused(new Wish("trust", 0, Standing.SHOWN, "", " ")));
  }

  @Test
  void whatIsJoinedWithOneThatIsJoinedNowGoesAlong() {
    assertEquals(
        Map.of(
            "gap", new Ruling(3, Standing.SHOWN, "trust", ""),
            "paygap", new Ruling(2, Standing.HIDDEN, "trust", "Pay gap")),
        decide(wish("gap", 2, "trust")));
  }

  @Test
  void whatIsDecidedOfBothInOneMessageHolds() {
    assertEquals(
        Map.of(
            "gap", new Ruling(3, Standing.SHOWN, "trust", ""),
            "paygap", new Ruling(2, Standing.SHOWN, "", "")),
        decide(wish("gap", 2, "trust"), wish("paygap", 1, "")));
  }

  @Test
  void nothingIsJoinedWithWhatIsJoinedItselfNorWithItself() {
    assertEquals(Reason.BAD_DRAFT, refused(wish("trust", 0, "paygap")));
    assertEquals(Reason.BAD_DRAFT, refused(wish("trust", 0, "hope"), wish("hope", 0, "gap")));
    assertEquals(Reason.BAD_DRAFT, refused(wish("trust", 0, "trust")));
    assertEquals(Reason.BAD_DRAFT, refused(wish("trust", 0, "gap"), wish("trust", 0, "")));
  }

  @Test
  void whatSomebodyElseDecidedOrNobodyAnswersAnyMoreIsAConflict() {
    assertEquals(Reason.CONFLICT, refused(wish("gap", 1, "")));
    assertEquals(Reason.CONFLICT, refused(wish("gone", 0, "")));
    assertEquals(Reason.CONFLICT, refused(wish("trust", 0, "gone")));
  }
}
