package io.plenary.kinds.qa.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.Room;
import io.plenary.activity.Stage;
import io.plenary.export.EventResults;
import io.plenary.export.FileActivity;
import io.plenary.export.FileCheck;
import io.plenary.export.ResultsJson;
import io.plenary.export.service.ActivityExport.Place;
import io.plenary.kinds.AllKinds;
import io.plenary.kinds.qa.DeclineReason;
import io.plenary.kinds.qa.Qa;
import io.plenary.kinds.qa.QaSettings;
import io.plenary.kinds.qa.Question;
import io.plenary.kinds.qa.Question.Answer;
import io.plenary.kinds.qa.Question.Declined;
import io.plenary.kinds.qa.Question.Times;
import io.plenary.kinds.qa.QuestionState;
import io.plenary.kinds.qa.export.PublicQuestionResults;
import io.plenary.kinds.qa.export.QaFile;
import io.plenary.kinds.qa.export.QuestionResult;
import io.plenary.kinds.qa.export.QuestionResults;
import io.plenary.kinds.qa.export.QuestionsCsv;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class QuestionExportTest {
  /** 2027-07-08 13:02 UTC, which is summer time in London. */
  private static final long ASKED = Instant.parse("2027-07-08T13:02:00Z").getEpochSecond() / 60;

  private static final Room HALL =
      new Room("r", 1, "Main hall", List.of(), List.of("a"), Stage.join());
  private static final Place PLACE = new Place("e", ZoneId.of("Europe/London"), HALL);
  private final PagedQuestions store = new PagedQuestions();
  private final QuestionExport export = new QuestionExport(store.store());

  private static Qa qa(Qa.State state) {
    return new Qa("a", 3, 1, state, true, QaSettings.usual());
  }

  private static Question question(
      String id,
      int n,
      QuestionState state,
      String into,
      Declined declined,
      Answer answer,
      QuestionState before) {
    return new Question(
        id,
        1,
        n,
        "text-" + id,
        null,
        new Times(ASKED, n > 0 ? ASKED + 1 : 0, answer == null ? 0 : ASKED + 60),
        state,
        before,
        into,
        declined,
        List.of("label-" + id),
        answer);
  }

  /** One of each state; q3 and q4 are merged, the second into the first. */
  private void ask() {
    Declined declined = new Declined(DeclineReason.NAMES_SOMEBODY, "note-q6");
    store.questions.addAll(
        List.of(
            question("q1", 0, QuestionState.WAITING, null, null, null, null),
            question("q2", 2, QuestionState.PUBLISHED, null, null, null, null),
            question("q3", 3, QuestionState.MERGED, "q2", null, null, QuestionState.PUBLISHED),
            question("q4", 0, QuestionState.MERGED, "q3", null, null, QuestionState.WAITING),
            question("q5", 1, QuestionState.ANSWERED, null, null, new Answer("answer-q5"), null),
            question("q6", 0, QuestionState.DECLINED, null, declined, null, null),
            question(
                "q7",
                4,
                QuestionState.ARCHIVED,
                null,
                null,
                new Answer(null),
                QuestionState.ANSWERED),
            new Question(
                "q8",
                2,
                5,
                "",
                null,
                new Times(ASKED, ASKED, 0),
                QuestionState.WITHDRAWN,
                null,
                null,
                null,
                List.of(),
                null)));
    store.counts.putAll(java.util.Map.of("q2", 5, "q5", 1));
    store.raw.putAll(java.util.Map.of("q2", 3, "q3", 3, "q5", 1));
  }

  private QuestionResults results(Qa.State state) {
    return (QuestionResults) export.results(PLACE, qa(state)).result();
  }

  private static QuestionResult row(QuestionResults of, String id) {
    return of.items().stream().filter(q -> q.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void everyPageIsReadAndEveryQuestionThere() {
    ask();
    QuestionResults all = results(Qa.State.LOCKED);
    assertEquals(
        List.of("q5", "q2", "q3", "q7", "q8", "q1", "q4", "q6"),
        all.items().stream().map(QuestionResult::id).toList());
    assertEquals(List.of("a", "Main hall", "locked"), List.of(all.id(), all.room(), all.state()));
    assertEquals("2027-07-08T14:02+01:00", row(all, "q2").times().asked().toString());
    assertNull(row(all, "q1").times().published());
    assertEquals(
        List.of("declined", "namesSomebody", "note-q6"),
        List.of(row(all, "q6").state(), row(all, "q6").reason(), row(all, "q6").note()));
    assertEquals(
        List.of("answer-q5", "written"), List.of(row(all, "q5").answer(), row(all, "q5").how()));
    assertEquals("live", row(all, "q7").how());
    assertNull(row(all, "q8").text());
    assertEquals(
        List.of(5, 3),
        List.of(row(all, "q2").upvotes(), row(all, "q2").raw()),
        "of the group, and its own");
    assertEquals(
        List.of(3, 3, 0, 0),
        List.of(
            row(all, "q3").upvotes(),
            row(all, "q3").raw(),
            row(all, "q4").upvotes(),
            row(all, "q4").raw()));
    assertEquals(List.of("q2", "q3"), List.of(row(all, "q3").into(), row(all, "q4").into()));
    EventResults event =
        new EventResults("e", "N", "2027-07-08", "2027-07-08", "Europe/London", List.of(all));
    FileCheck check =
        FileCheck.of(ResultsJson.write(event, Instant.EPOCH), AllKinds.REGISTRY.files());
    assertTrue(check.genuine(), check.toString());
  }

  @Test
  void upvotesAreComparedOnlyWhenTheyAreOfOneMoment() {
    ask();
    assertNull(row(results(Qa.State.OPEN), "q2").raw(), "they move all the time");
    store.unrest = 2;
    store.readings = 0;
    assertNotNull(row(results(Qa.State.LOCKED), "q2").raw());
    assertEquals(3, store.readings);
    store.unrest = 100;
    assertNull(row(results(Qa.State.LOCKED), "q2").raw(), "given up");
    assertEquals("final", results(Qa.State.ANONYMISED).state());
  }

  @Test
  void theRoomIsShownNothingItMayNotSee() {
    ask();
    PublicQuestionResults seen =
        (PublicQuestionResults) export.publicResults(PLACE, qa(Qa.State.FINAL)).result();
    assertEquals(List.of(1, 2), seen.items().stream().map(q -> q.number()).toList());
    assertEquals(List.of(3), seen.items().get(1).also());
    assertEquals(5, seen.items().get(1).upvotes());
    EventResults event =
        new EventResults("e", "N", "2027-07-08", "2027-07-08", "Europe/London", List.of(seen));
    for (byte[] file :
        List.of(QuestionsCsv.writePublic(event), ResultsJson.write(event, Instant.EPOCH))) {
      String text = new String(file, StandardCharsets.UTF_8);
      assertTrue(text.contains("text-q2") && text.contains("answer-q5"), text);
      for (Question q : store.questions) {
        assertFalse(
            text.contains("\"" + q.id() + "\"") || text.contains("," + q.id() + "\r"),
            "an id of " + q.id());
      }
      for (String hidden : List.of("q1", "q3", "q4", "q6", "q7", "q8")) {
        assertFalse(text.contains("-" + hidden), hidden + " in " + text);
      }
      assertFalse(text.contains("asker-key") || text.contains("phone-id"), text);
    }
    assertNull(export.publicResults(PLACE, qa(Qa.State.DRAFT)).result(), "off is off");
    for (Qa.State ended : List.of(Qa.State.FINAL, Qa.State.ANONYMISED)) {
      Qa hidden = new Qa("a", 3, 1, ended, true, QaSettings.usual(), true);
      assertNull(export.publicResults(PLACE, hidden).result(), "it ended while it was off");
    }
  }

  @Test
  void noFileHoldsAKeyOfAPerson() {
    ask();
    EventResults event =
        new EventResults(
            "e",
            "N",
            "2027-07-08",
            "2027-07-08",
            "Europe/London",
            List.of(results(Qa.State.LOCKED)));
    String all =
        new String(QuestionsCsv.write(event), StandardCharsets.UTF_8)
            + new String(ResultsJson.write(event, Instant.EPOCH), StandardCharsets.UTF_8);
    assertTrue(all.contains("text-q1") && !all.contains("asker-key") && !all.contains("phone-id"));
  }

  @Test
  void whatIsGoneIsNotInIt() {
    store.gone = true;
    assertNull(results(Qa.State.LOCKED));
    assertNull(export.publicResults(PLACE, qa(Qa.State.LOCKED)).result());
  }

  @Test
  void settingsComeBackFromAFileAndTheRestIsNew() {
    for (QaSettings.Check check : QaSettings.Check.values()) {
      for (QaSettings.Names names : QaSettings.Names.values()) {
        QaSettings settings = new QaSettings(check, names, 1_000, 50, true);
        FileActivity file = QaFile.ONE.file(new Qa("a", 3, 2, Qa.State.FINAL, false, settings));
        assertEquals(new Qa("n", 1, 1, Qa.State.OPEN, true, settings), QaFile.ONE.make("n", file));
      }
    }
  }

  @Test
  @DisplayName(
      "R3 questions that the room saw are on again, in the imported event and in a copy; those that"
          + " were off stay off")
  void r3_onAndOffComeBack() {
    for (Qa.State state : Qa.State.values()) {
      boolean off = state == Qa.State.DRAFT;
      Qa qa = new Qa("a", 3, 2, state, false, QaSettings.usual());
      Qa.State expected = off ? Qa.State.DRAFT : Qa.State.OPEN;
      assertEquals(expected, QaFile.ONE.make("n", QaFile.ONE.file(qa)).state(), state::name);
      assertEquals(expected, qa.fresh("n").state(), state::name);
    }
    Qa hidden = new Qa("a", 3, 2, Qa.State.ANONYMISED, false, QaSettings.usual(), true);
    assertEquals(Qa.State.DRAFT, hidden.fresh("n").state(), "it was off when it was finalised");
  }
}
