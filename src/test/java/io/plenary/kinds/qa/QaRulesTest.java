package io.plenary.kinds.qa;

import static io.plenary.kinds.qa.Qas.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.event.Reason;
import io.plenary.kinds.qa.Question.Answer;
import io.plenary.kinds.qa.Question.Declined;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Merging is in {@link MergeRulesTest}. */
class QaRulesTest {
  private final Qas qas = new Qas();

  @Test
  void approveDeclineAndApproveAgain() {
    qas.ask("a");
    qas.act(r -> r.decline("a", 1, DeclineReason.OTHER, "  Said\u202E already. "));
    assertEquals(new Declined(DeclineReason.OTHER, "Said already."), qas.at("a").declined());
    assertTrue(
        qas.rules().decline("a", 1, DeclineReason.OTHER, "Said already.").isEmpty(), "already so");
    refuses(Reason.CONFLICT, () -> qas.rules().approve("a", 1));
    qas.act(r -> r.approve("a", 2));
    assertEquals(QuestionState.PUBLISHED, qas.at("a").state());
    assertNull(qas.at("a").declined());
    assertEquals(Qas.MINUTE + 1, qas.at("a").times().published());
    assertTrue(qas.rules().approve("a", 1).isEmpty());
    refuses(
        Reason.BAD_DRAFT, () -> qas.rules().decline("a", 3, DeclineReason.OTHER, "x".repeat(201)));
    refuses(Reason.UNKNOWN_QUESTION, () -> qas.rules().approve("b", 1));
  }

  @Test
  void declinedArchivedAndAnsweredReturnToWhereTheyWere() {
    qas.ask("w");
    qas.act(r -> r.decline("w", 1, DeclineReason.OFF_TOPIC, null));
    qas.act(r -> r.archive("w", 2));
    qas.act(r -> r.restore("w", 3));
    assertEquals(new Declined(DeclineReason.OFF_TOPIC, null), qas.at("w").declined());
    qas.act(r -> r.restore("w", 4));
    assertEquals(QuestionState.WAITING, qas.at("w").state());
    refuses(Reason.WRONG_STATE, () -> qas.rules().archive("w", 5));
    qas.act(r -> r.approve("w", 5));
    qas.act(r -> r.archive("w", 6));
    qas.act(r -> r.restore("w", 7));
    assertEquals(QuestionState.PUBLISHED, qas.at("w").state());
    qas.act(r -> r.answer("w", 8, "Yes, from next year on."));
    qas.act(r -> r.archive("w", 9));
    qas.act(r -> r.restore("w", 10));
    assertEquals(new Answer("Yes, from next year on."), qas.at("w").answer());
    QaChange reopened = qas.act(r -> r.restore("w", 11));
    assertEquals(QuestionState.PUBLISHED, qas.at("w").state());
    assertNull(qas.at("w").answer());
    assertEquals(0, qas.at("w").times().answered());
    assertEquals(List.of(new QaChange.Group(List.of("w"), true, false)), reopened.groups());
    assertTrue(qas.rules().restore("w", 1).isEmpty());
  }

  @Test
  @DisplayName("E10: the spelling of a question can be corrected, and what was asked is kept")
  void spellingIsCorrectedAndWhatWasAskedIsKept() {
    qas.published("a");
    QaChange change = qas.act(r -> r.correct("a", 2, "  What  abot a? "));
    assertEquals(List.of("What abot a?", "What about a?"), words("a"));
    assertEquals(
        List.of(
            new QaChange.Line(
                Transitions.CORRECT, "a", QuestionState.PUBLISHED, QuestionState.PUBLISHED, null)),
        change.audit());
    assertEquals(List.of(), change.groups(), "its upvotes and what is merged into it stay");
    assertTrue(qas.rules().correct("a", 1, "What abot a?").isEmpty(), "already so");
    qas.act(r -> r.correct("a", 3, "What about A?"));
    assertEquals(List.of("What about A?", "What about a?"), words("a"), "the first words stay");
    qas.act(r -> r.correct("a", 4, "What about a?"));
    assertFalse(qas.at("a").corrected(), "as it was asked");
  }

  @Test
  @DisplayName("E10: two who correct at once do not overwrite each other")
  void whoCorrectsNamesWhatIsCorrected() {
    qas.ask("a");
    qas.act(r -> r.correct("a", 1, "One"));
    refuses(Reason.CONFLICT, () -> qas.rules().correct("a", 1, "Two"));
    assertEquals("One", qas.at("a").text());
  }

  @Test
  @DisplayName("E10: a correction is as long as a question may be, and as it was asked already")
  void correctionsHaveTheLengthOfQuestions() {
    qas.ask("a");
    refuses(Reason.BAD_DRAFT, () -> qas.rules().correct("a", 1, " "));
    refuses(Reason.BAD_DRAFT, () -> qas.rules().correct("a", 1, "x".repeat(301)));
    qas.act(r -> r.correct("a", 1, "x".repeat(300)));
    QaSettings usual = QaSettings.usual();
    QaSettings shorter =
        new QaSettings(usual.check(), usual.names(), 50, usual.perPerson(), usual.openCounts());
    qas.qa = new Qa("q", 2, 1, Qa.State.OPEN, true, shorter);
    qas.act(r -> r.correct("a", 2, "y".repeat(300)));
    qas.act(r -> r.correct("a", 3, "z".repeat(60)));
    refuses(Reason.BAD_DRAFT, () -> qas.rules().correct("a", 4, "x".repeat(61)));
  }

  @Test
  @DisplayName("E10: what stands aside, was erased or is final is not corrected")
  void onlyWhatIsReadIsCorrected() {
    qas.published("a", "b", "c");
    qas.act(r -> r.correct("a", 2, "Corrected"));
    qas.act(r -> r.erase("a", 3));
    assertEquals(List.of("", "null"), words("a"), "both wordings are gone");
    refuses(Reason.WRONG_STATE, () -> qas.rules().correct("a", 4, "Again"));
    qas.act(r -> r.decline("b", 2, DeclineReason.OTHER, null));
    refuses(Reason.WRONG_STATE, () -> qas.rules().correct("b", 3, "Again"));
    qas.act(r -> r.correct("c", 2, "Corrected"));
    qas.act(r -> r.withdraw("c"));
    assertEquals(List.of("", "null"), words("c"));
    qas.ask("d");
    qas.qa = new Qa("q", 2, 1, Qa.State.FINAL, true, QaSettings.usual());
    refuses(Reason.WRONG_STATE, () -> qas.rules().correct("d", 1, "Again"));
  }

  private List<String> words(String id) {
    return List.of(qas.at(id).text(), String.valueOf(qas.at(id).original()));
  }

  @Test
  void aPublishedOneThatWasDeclinedIsRestoredToTheRoom() {
    qas.published("a");
    qas.act(r -> r.decline("a", 2, DeclineReason.NAMES_SOMEBODY, null));
    qas.act(r -> r.restore("a", 3));
    assertEquals(QuestionState.PUBLISHED, qas.at("a").state());
    assertEquals(1, qas.at("a").n());
  }

  @Test
  void anApprovalTakenBackWaitsAgainAndOnlyAnotherApprovalShowsItToTheRoom() {
    qas.published("a", "d");
    QaChange back = qas.act(r -> r.unpublish("a", 2));
    assertEquals(
        List.of(new QaChange.Group(List.of("a"), false, false)),
        back.groups(),
        "takes no upvotes, and keeps those it has");
    assertEquals(
        List.of(
            new QaChange.Line(
                Transitions.UNPUBLISH, "a", QuestionState.PUBLISHED, QuestionState.WAITING, null)),
        back.audit());
    assertEquals(QuestionState.WAITING, qas.at("a").state());
    assertEquals(List.of(1, 0L), List.of(qas.at("a").n(), qas.at("a").times().published()));
    assertTrue(qas.rules().unpublish("a", 2).isEmpty(), "already so");
    qas.act(r -> r.decline("a", 3, DeclineReason.OTHER, null));
    qas.act(r -> r.restore("a", 4));
    assertEquals(
        QuestionState.WAITING, qas.at("a").state(), "a restored question was waiting, not public");
    qas.act(r -> r.approve("a", 5));
    assertEquals(
        List.of(1, Qas.MINUTE + 1), List.of(qas.at("a").n(), qas.at("a").times().published()));
    refuses(Reason.CONFLICT, () -> qas.rules().unpublish("a", 5));
    qas.act(r -> r.highlight(1, null));
    refuses(Reason.WRONG_STATE, () -> qas.rules().unpublish("a", 7));
    qas.act(r -> r.decline("d", 2, DeclineReason.OTHER, null));
    refuses(Reason.WRONG_STATE, () -> qas.rules().unpublish("d", 3));
  }

  @Test
  void whatWasMergedIntoItStaysWithAnApprovalTakenBack() {
    qas.published("a", "b");
    qas.act(r -> r.merge("b", 2, "a"));
    QaChange back = qas.act(r -> r.unpublish("a", 3));
    assertEquals(List.of(new QaChange.Group(List.of("a", "b"), false, false)), back.groups());
    assertEquals(QuestionState.MERGED, qas.at("b").state());
  }

  @Test
  void atMostOneIsLive() {
    qas.published("a", "b");
    qas.ask("w");
    assertEquals(new QaChange.Live(null, "a"), qas.act(r -> r.highlight(1, null)).live());
    assertTrue(qas.rules().highlight(1, 2).isEmpty(), "already so");
    refuses(Reason.CONFLICT, () -> qas.rules().highlight(2, null));
    refuses(Reason.UNKNOWN_QUESTION, () -> qas.rules().highlight(3, 1));
    assertEquals(new QaChange.Live("a", "b"), qas.act(r -> r.highlight(2, 1)).live());
    assertEquals(QuestionState.PUBLISHED, qas.at("a").state());
    QaChange answered = qas.act(r -> r.answered(2));
    assertEquals(new QaChange.Live("b", null), answered.live());
    assertEquals(List.of(new QaChange.Group(List.of("b"), false, false)), answered.groups());
    refuses(Reason.WRONG_STATE, () -> qas.rules().highlight(2, null));
    assertTrue(qas.rules().answered(2).isEmpty());
    assertTrue(qas.rules().highlight(null, 7).isEmpty());
  }

  @Test
  void wordsOfAnAnswerMayBeChanged() {
    qas.published("a");
    qas.act(r -> r.answered(1));
    assertNull(qas.at("a").answer().text());
    qas.act(r -> r.answer("a", 3, "As said on stage."));
    assertTrue(qas.rules().answer("a", 1, " As said  on stage.").isEmpty());
    refuses(Reason.BAD_DRAFT, () -> qas.rules().answer("a", 4, " "));
    assertEquals(Qas.MINUTE + 1, qas.at("a").times().answered());
  }

  @Test
  void labelsAreASmallSetInOrder() {
    qas.ask("a");
    qas.act(r -> r.label("a", 1, List.of("pay", " board ", "pay"), List.of()));
    assertEquals(List.of("pay", "board"), qas.at("a").labels());
    assertTrue(qas.rules().label("a", 1, List.of("board"), List.of("gone")).isEmpty());
    refuses(
        Reason.LIMIT_REACHED,
        () -> qas.rules().label("a", 2, List.of("1", "2", "3", "4"), List.of()));
    refuses(Reason.BAD_DRAFT, () -> qas.rules().label("a", 2, List.of("x".repeat(41)), List.of()));
    qas.act(r -> r.label("a", 2, List.of("1", "2", "3", "4"), List.of("pay")));
    assertEquals(List.of("board", "1", "2", "3", "4"), qas.at("a").labels());
  }

  @Test
  void withdrawnAndErasedKeepNoWordOfAnybody() {
    qas.set.put(Question.asked("n", "Whose fault is it?", "A name", Qas.MINUTE));
    qas.act(r -> r.approve("n", 1));
    qas.act(r -> r.highlight(1, null));
    QaChange gone = qas.act(r -> r.withdraw("n"));
    assertEquals(new QaChange.Live("n", null), gone.live());
    Question n = qas.at("n");
    assertEquals(List.of(QuestionState.WITHDRAWN, ""), List.of(n.state(), n.text()));
    assertNull(n.name());
    assertTrue(qas.rules().withdraw("n").isEmpty());
    assertTrue(qas.rules().erase("n", 1).isEmpty());
    refuses(Reason.WRONG_STATE, () -> qas.rules().approve("n", n.rev()));

    qas.published("a", "l", "d");
    qas.act(r -> r.answer("a", 2, "It was what you said it was."));
    refuses(Reason.WRONG_STATE, () -> qas.rules().withdraw("a"));
    QaChange erased = qas.act(r -> r.erase("a", 3));
    assertEquals(QuestionState.ANSWERED, qas.at("a").state());
    assertEquals(new Answer(null), qas.at("a").answer());
    assertFalse(qas.at("a").isPublic());
    assertEquals(List.of(new QaChange.Group(List.of("a"), false, false)), erased.groups());
    qas.act(r -> r.highlight(3, null));
    assertEquals(new QaChange.Live("l", null), qas.act(r -> r.erase("l", qas.rev("l"))).live());
    assertEquals(QuestionState.PUBLISHED, qas.at("l").state());
    refuses(Reason.UNKNOWN_QUESTION, () -> qas.rules().highlight(3, null));
    qas.act(r -> r.decline("d", 2, DeclineReason.OTHER, "Not about her."));
    qas.act(r -> r.erase("d", 3));
    assertEquals(new Declined(DeclineReason.OTHER, null), qas.at("d").declined());
    refuses(Reason.WRONG_STATE, () -> qas.rules().restore("d", 4));
  }

  @Test
  void whatWaitsAndIsErasedWaitsForNobodyAnyMore() {
    qas.ask("w");
    QaChange erased = qas.act(r -> r.erase("w", 1));
    assertEquals(
        List.of(QuestionState.ARCHIVED, QuestionState.WAITING),
        List.of(qas.at("w").state(), qas.at("w").before()));
    assertEquals(
        List.of(
            new QaChange.Line(
                Transitions.ERASE, "w", QuestionState.WAITING, QuestionState.ARCHIVED, null)),
        erased.audit());
    assertEquals(List.of(new QaChange.Group(List.of("w"), false, false)), erased.groups());
    refuses(Reason.WRONG_STATE, () -> qas.rules().restore("w", 2));

    qas.set.put(Question.asked("old", "", null, Qas.MINUTE)); // as older versions left it
    refuses(Reason.WRONG_STATE, () -> qas.rules().approve("old", 1));
    qas.act(r -> r.archive("old", 1));
    assertEquals(QuestionState.ARCHIVED, qas.at("old").state());

    qas.ask("kept");
    qas.qa = qas.qa.with(Qa.State.FINAL);
    assertTrue(qas.act(r -> r.erase("kept", 1)).onlyErases());
    assertEquals(QuestionState.WAITING, qas.at("kept").state(), "where it stood at the end stays");
  }

  @Test
  void whenFinalOnlyErasingIsLeft() {
    qas.published("a", "b");
    qas.ask("w");
    qas.act(r -> r.merge("b", 2, "a"));
    qas.qa = qas.qa.with(Qa.State.FINAL);
    refuses(Reason.WRONG_STATE, () -> qas.rules().approve("w", 1));
    refuses(Reason.WRONG_STATE, () -> qas.rules().withdraw("w"));
    refuses(Reason.WRONG_STATE, () -> qas.rules().highlight(1, null));
    refuses(Reason.WRONG_STATE, () -> qas.rules().label("a", 3, List.of("x"), List.of()));
    refuses(Reason.CONFLICT, () -> qas.rules().erase("a", 1));
    QaChange erased = qas.act(r -> r.erase("a", 3));
    assertEquals("", qas.at("a").text());
    assertEquals(List.of(), erased.groups(), "groups are closed for good");
  }
}
