package io.plenary.kinds.qa;

import static io.plenary.kinds.qa.Qas.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.Change;
import io.plenary.activity.Change.Answers;
import io.plenary.activity.Change.PutActivity;
import io.plenary.activity.EventState;
import io.plenary.activity.Lifecycle;
import io.plenary.activity.Room;
import io.plenary.activity.Stage;
import io.plenary.event.Event;
import io.plenary.event.EventDetails;
import io.plenary.event.Reason;
import io.plenary.kinds.qa.QaSettings.Check;
import io.plenary.kinds.qa.QaSettings.Names;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QaSettingsRulesTest {
  private static final QaSettings USUAL = QaSettings.usual();

  private static EventState state(Qa qa) {
    Event event =
        new Event(
            "e",
            1,
            "ABCDEF",
            new EventDetails(
                "A conference",
                LocalDate.of(2026, 11, 20),
                LocalDate.of(2026, 11, 20),
                ZoneId.of("Europe/London"),
                List.of()));
    return new EventState(
        "epoch",
        1,
        event,
        List.of(new Room("r", 1, "Main hall", List.of(), List.of("q"), Stage.join())),
        Map.of("q", qa));
  }

  private static Qa qa(Qa.State state) {
    return new Qa("q", 3, 2, state, true, USUAL);
  }

  private static PutActivity only(Change change) {
    assertEquals(1, change.writes().size());
    return (PutActivity) change.writes().get(0);
  }

  private static QaSettings names(Names names) {
    return new QaSettings(
        USUAL.check(), names, USUAL.maxLength(), USUAL.perPerson(), USUAL.openCounts());
  }

  @Test
  void turnedOnAndOffAndAskingApart() {
    Change on = QaSettingsRules.edit(state(qa(Qa.State.DRAFT)), "q", 3, Qa.State.OPEN, USUAL);
    assertEquals(
        new PutActivity(new Qa("q", 4, 2, Qa.State.OPEN, true, USUAL), Answers.KEEP), only(on));
    assertTrue(
        QaSettingsRules.edit(state(qa(Qa.State.OPEN)), "q", 1, Qa.State.OPEN, USUAL).isEmpty(),
        "already so");
    Change closed = QaSettingsRules.setAsking(state(qa(Qa.State.OPEN)), "q", 3, false, Check.AFTER);
    Qa next = (Qa) only(closed).next();
    assertEquals(
        List.of(true, false, Check.AFTER),
        List.of(next.open(), next.takesQuestions(), next.settings().check()));
    assertTrue(QaSettingsRules.setAsking(state(next), "q", 1, false, Check.AFTER).isEmpty());
    refuses(
        Reason.CONFLICT,
        () -> QaSettingsRules.setAsking(state(qa(Qa.State.OPEN)), "q", 2, false, Check.AFTER));
    refuses(
        Reason.UNKNOWN_ACTIVITY,
        () -> QaSettingsRules.setAsking(state(qa(Qa.State.OPEN)), "z", 2, false, Check.AFTER));
  }

  @Test
  void namesOnlyBecomeMorePrivateOnceSomebodyAsked() {
    EventState state = state(qa(Qa.State.OPEN));
    assertEquals(
        Answers.KEEP,
        only(QaSettingsRules.edit(state, "q", 3, Qa.State.OPEN, names(Names.ANONYMOUS))).answers());
    Change named = QaSettingsRules.edit(state, "q", 3, Qa.State.OPEN, names(Names.NAMED));
    assertEquals(Answers.MUST_BE_NONE, only(named).answers());
    assertEquals(2, only(named).next().round());
    assertEquals(Reason.WRONG_STATE, named.whenAnswered().reason());
  }

  @Test
  void settingsHaveBounds() {
    EventState state = state(qa(Qa.State.OPEN));
    for (QaSettings bad :
        List.of(
            new QaSettings(Check.BEFORE, Names.CHOICE, 49, 10, false),
            new QaSettings(Check.BEFORE, Names.CHOICE, 1_001, 10, false),
            new QaSettings(Check.BEFORE, Names.CHOICE, 300, 0, false),
            new QaSettings(Check.BEFORE, Names.CHOICE, 300, 51, false))) {
      refuses(Reason.BAD_DRAFT, () -> QaSettingsRules.edit(state, "q", 3, Qa.State.OPEN, bad));
    }
  }

  @Test
  void resetFinaliseAndAnonymise() {
    assertEquals(
        new PutActivity(new Qa("q", 4, 3, Qa.State.DRAFT, true, USUAL), Answers.DELETE),
        only(Lifecycle.reset(state(qa(Qa.State.OPEN)), "q", 3)));
    refuses(Reason.WRONG_STATE, () -> Lifecycle.finalise(state(qa(Qa.State.DRAFT)), "q", 3));
    Qa last = (Qa) only(Lifecycle.finalise(state(qa(Qa.State.OPEN)), "q", 3)).next();
    assertTrue(last.isFinal() && !last.anonymised() && last.closed());
    assertTrue(Lifecycle.finalise(state(last), "q", 1).isEmpty());
    refuses(Reason.WRONG_STATE, () -> Lifecycle.reset(state(last), "q", 4));
    refuses(
        Reason.WRONG_STATE, () -> QaSettingsRules.edit(state(last), "q", 4, Qa.State.OPEN, USUAL));
    assertTrue(((Qa) only(Lifecycle.anonymise(state(last), "q")).next()).anonymised());
    assertTrue(Lifecycle.anonymise(state(qa(Qa.State.LOCKED)), "q").isEmpty());
    Qa copy = last.fresh("new");
    assertEquals(
        new Qa("new", 1, 1, Qa.State.OPEN, true, USUAL),
        copy,
        "people see this one, so they see the new one");
    assertEquals(new Qa("new", 1, 1, Qa.State.DRAFT, true, USUAL), qa(Qa.State.DRAFT).fresh("new"));
  }
}
