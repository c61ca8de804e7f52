package io.plenary.voting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plenary.activity.Activity.State;
import io.plenary.event.EventDetails;
import io.plenary.words.Results;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BallotStateTest {
  private static BallotState state(State at, Results results, Results chosen, boolean small) {
    return new BallotState("b", 7, 3, at, results, chosen, small);
  }

  private static EventDetails event(boolean smallGroup) {
    LocalDate day = LocalDate.of(2027, 3, 8);
    return new EventDetails("Conference", day, day, ZoneOffset.UTC, List.of(), smallGroup);
  }

  private static UnaryOperator<BallotState> step(String name) {
    return switch (name) {
      case "lock" -> b -> b.with(State.LOCKED);
      case "open" -> b -> b.opened(event(false));
      case "open small" -> b -> b.opened(event(true));
      case "show" -> b -> b.shown(Results.EVERYONE);
      case "choose" -> b -> b.chosen(Results.EVERYONE);
      case "ask" -> b -> b.asking(Results.EVERYONE);
      case "again" -> BallotState::again;
      default -> throw new AssertionError(name);
    };
  }

  /** Of one of round 3: what it is, and what the step makes of it, always in revision 8. */
  @ParameterizedTest
  @CsvSource({
    "lock,       OPEN   HIDDEN HIDDEN true,     3 LOCKED HIDDEN   HIDDEN   true",
    "lock,       OPEN   STAGE  HIDDEN false,    3 LOCKED STAGE    HIDDEN   false",
    "open,       DRAFT  STAGE  STAGE  true,     3 OPEN   STAGE    STAGE    false",
    "open small, DRAFT  STAGE  STAGE  false,    3 OPEN   STAGE    STAGE    true",
    "open small, LOCKED STAGE  HIDDEN false,    3 OPEN   STAGE    HIDDEN   false",
    "open,       LOCKED STAGE  HIDDEN true,     3 OPEN   STAGE    HIDDEN   true",
    "show,       DRAFT  HIDDEN HIDDEN true,     3 DRAFT  EVERYONE EVERYONE true",
    "show,       OPEN   HIDDEN HIDDEN true,     3 OPEN   EVERYONE HIDDEN   true",
    "show,       FINAL  STAGE  HIDDEN false,    3 FINAL  EVERYONE HIDDEN   false",
    "choose,     OPEN   HIDDEN HIDDEN true,     3 OPEN   EVERYONE EVERYONE true",
    "choose,     LOCKED STAGE  HIDDEN false,    3 LOCKED STAGE    EVERYONE false",
    "ask,        OPEN   STAGE  HIDDEN true,     4 OPEN   EVERYONE EVERYONE true",
    "again,      LOCKED STAGE  HIDDEN true,     4 DRAFT  HIDDEN   HIDDEN   false"
  })
  void everyStepMakesTheNextRevision(String step, String before, String after) {
    String[] b = before.split(" +");
    String[] a = after.split(" +");
    assertEquals(
        new BallotState(
            "b",
            8,
            Long.parseLong(a[0]),
            State.valueOf(a[1]),
            Results.valueOf(a[2]),
            Results.valueOf(a[3]),
            Boolean.parseBoolean(a[4])),
        step(step)
            .apply(
                state(
                    State.valueOf(b[0]),
                    Results.valueOf(b[1]),
                    Results.valueOf(b[2]),
                    Boolean.parseBoolean(b[3]))));
  }

  @Test
  void aDraftBeginsAsChosen() {
    assertEquals(
        new BallotState("n", 1, 1, State.DRAFT, Results.STAGE, Results.STAGE, false),
        BallotState.draft("n", Results.STAGE));
  }
}
