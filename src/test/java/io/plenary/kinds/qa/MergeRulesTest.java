package io.plenary.kinds.qa;

import static io.plenary.kinds.qa.Qas.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.event.Reason;
import io.plenary.kinds.qa.QaChange.Group;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MergeRulesTest {
  private final Qas qas = new Qas();

  private Set<String> tree(String id) {
    return Groups.tree(qas.set, qas.at(id)).stream().map(Question::id).collect(Collectors.toSet());
  }

  @Test
  void unmergingBringsBackExactlyWhatWasMergedSubTreeAndAll() {
    qas.published("a", "b");
    qas.ask("c");
    qas.act(r -> r.merge("c", 1, "b"));
    QaChange merged = qas.act(r -> r.merge("b", 3, "a"));
    assertEquals(List.of(new Group(List.of("a", "b", "c"), true, true)), merged.groups());
    assertEquals("a", Groups.root(qas.set, qas.at("c")).id());
    assertTrue(qas.rules().merge("b", 1, "a").isEmpty(), "already so");
    assertNull(PublicQuestion.of(qas.at("b"), 0, qas.set));
    assertEquals(
        List.of(2), PublicQuestion.of(qas.at("a"), 3, qas.set).also(), "only of what was public");

    QaChange parted = qas.act(r -> r.unmerge("b", qas.rev("b")));
    assertEquals(
        Set.of(new Group(List.of("a"), true, true), new Group(List.of("b", "c"), true, true)),
        Set.copyOf(parted.groups()));
    assertEquals(QuestionState.PUBLISHED, qas.at("b").state());
    assertEquals("b", qas.at("c").into());
    qas.act(r -> r.unmerge("c", qas.rev("c")));
    assertEquals(QuestionState.WAITING, qas.at("c").state());
    assertTrue(qas.rules().unmerge("c", 1).isEmpty());
  }

  @Test
  void aMergeWritesTheRootSoThatWhoActsOnItCollides() {
    qas.published("a", "b");
    qas.ask("c");
    qas.act(r -> r.merge("b", 2, "a"));
    long rev = qas.rev("a");
    qas.act(r -> r.merge("c", 1, "b"));
    assertEquals(rev + 1, qas.rev("a"), "two levels up");
    refuses(Reason.CONFLICT, () -> qas.rules().answer("a", rev, "Yes."));
    qas.act(r -> r.withdraw("c"));
    assertEquals(rev + 2, qas.rev("a"));
  }

  @Test
  void noCircleNoTooLargeGroupAndNothingIntoWhatIsPutAway() {
    qas.published("a", "b", "d");
    qas.act(r -> r.merge("b", 2, "a"));
    refuses(Reason.WRONG_STATE, () -> qas.rules().merge("a", qas.rev("a"), "a"));
    refuses(Reason.WRONG_STATE, () -> qas.rules().merge("a", qas.rev("a"), "b"));
    refuses(Reason.UNKNOWN_QUESTION, () -> qas.rules().merge("a", qas.rev("a"), "z"));
    qas.act(r -> r.archive("d", 2));
    refuses(Reason.WRONG_STATE, () -> qas.rules().merge("a", qas.rev("a"), "d"));
    for (int i = 2; i < Groups.MAX; i++) {
      String id = "x" + i;
      qas.ask(id);
      qas.act(r -> r.merge(id, 1, "b"));
    }
    assertEquals(Groups.MAX, tree("a").size());
    qas.ask("last");
    refuses(Reason.GROUP_TOO_LARGE, () -> qas.rules().merge("last", 1, "a"));
  }

  @Test
  void aRootWithoutWordsLetsItsQuestionsGo() {
    for (String act : List.of("withdraw", "erase")) {
      Qas each = new Qas();
      each.published("a", "b");
      each.ask("c");
      each.ask("d");
      each.act(r -> r.merge("d", 1, "c"));
      each.act(r -> r.merge("b", 2, "a"));
      each.act(r -> r.merge("c", each.rev("c"), "a"));
      QaChange change =
          each.act(r -> act.equals("withdraw") ? r.withdraw("a") : r.erase("a", each.rev("a")));
      assertEquals(
          List.of(QuestionState.PUBLISHED, QuestionState.WAITING, QuestionState.MERGED),
          List.of(each.at("b").state(), each.at("c").state(), each.at("d").state()),
          act);
      assertEquals(
          Set.of(
              new Group(List.of("a"), false, true),
              new Group(List.of("b"), true, true),
              new Group(List.of("c", "d"), false, true)),
          Set.copyOf(change.groups()),
          act);
    }
  }

  @Test
  void aGroupIsPutAwayAndComesBackAsOne() {
    for (String act : List.of("decline", "archive")) {
      Qas each = new Qas();
      each.published("a", "b");
      each.ask("c");
      each.act(r -> r.merge("b", 2, "a"));
      each.act(r -> r.merge("c", 1, "b"));
      QaChange away =
          each.act(
              r ->
                  act.equals("decline")
                      ? r.decline("a", each.rev("a"), DeclineReason.OTHER, null)
                      : r.archive("a", each.rev("a")));
      assertEquals(List.of(new Group(List.of("a", "b", "c"), false, false)), away.groups(), act);
      assertEquals(
          List.of("a"), away.writes().stream().map(Question::id).toList(), "nothing else moves");
      QaChange back = each.act(r -> r.restore("a", each.rev("a")));
      assertEquals(List.of(new Group(List.of("a", "b", "c"), true, false)), back.groups(), act);
      assertEquals(List.of(2), PublicQuestion.of(each.at("a"), 0, each.set).also());
    }
  }

  @Test
  void whatWasPutAwayWithAQuestionDoesNotComeBackWhenItIsTakenBack() {
    for (String act : List.of("withdraw", "erase")) {
      Qas each = new Qas();
      each.published("a", "b", "d");
      each.ask("c");
      each.act(r -> r.merge("b", 2, "a"));
      each.act(r -> r.merge("c", 1, "b"));
      each.act(r -> r.merge("d", 2, "a"));
      each.act(
          r -> r.decline("a", each.rev("a"), DeclineReason.OFF_TOPIC, "Not about your neighbour."));
      each.act(r -> r.withdraw("b"));
      assertEquals(QuestionState.DECLINED, each.at("c").state(), "of one below, too");
      each.act(r -> r.archive("a", each.rev("a")));
      each.act(r -> act.equals("withdraw") ? r.withdraw("a") : r.erase("a", each.rev("a")));
      assertEquals(QuestionState.ARCHIVED, each.at("d").state(), act);
      assertEquals(
          new Question.Declined(DeclineReason.OFF_TOPIC, null),
          each.at("d").declined(),
          "the note was not for its asker");
      each.act(r -> r.restore("d", each.rev("d")));
      assertEquals(QuestionState.DECLINED, each.at("d").state());
      each.act(r -> r.restore("d", each.rev("d")));
      assertEquals(QuestionState.PUBLISHED, each.at("d").state());
    }
  }

  @Test
  void whatWasAnsweredIsPutAwayWithItsDuplicates() {
    qas.published("a", "b");
    qas.act(r -> r.merge("b", 2, "a"));
    QaChange answered = qas.act(r -> r.answered(1));
    assertEquals(
        List.of(new Group(List.of("a", "b"), false, false)),
        answered.groups(),
        "upvotes freeze, of merged ones too");
    qas.act(r -> r.archive("a", qas.rev("a")));
    assertEquals(QuestionState.MERGED, qas.at("b").state());
    refuses(Reason.WRONG_STATE, () -> qas.rules().withdraw("a"));
    qas.act(r -> r.restore("a", qas.rev("a")));
    assertEquals(Set.of("a", "b"), tree("a"));
  }

  @Test
  void aMergedQuestionThatIsWithdrawnLeavesItsGroupAndItsOwnGoFree() {
    qas.published("a", "b", "c");
    qas.act(r -> r.merge("c", 2, "b"));
    qas.act(r -> r.merge("b", qas.rev("b"), "a"));
    QaChange gone = qas.act(r -> r.withdraw("b"));
    assertEquals(
        Set.of(
            new Group(List.of("a"), true, true),
            new Group(List.of("c"), true, true),
            new Group(List.of("b"), false, true)),
        Set.copyOf(gone.groups()));
    assertEquals(QuestionState.PUBLISHED, qas.at("c").state());
  }

  @Test
  void anErasedDuplicateThatWaitedIsPutAwayWhenItsGroupEnds() {
    qas.published("a");
    qas.ask("w");
    qas.act(r -> r.merge("w", 1, "a"));
    qas.act(r -> r.erase("w", qas.rev("w")));
    assertEquals(QuestionState.MERGED, qas.at("w").state());
    qas.act(r -> r.withdraw("a"));
    assertEquals(
        List.of(QuestionState.ARCHIVED, QuestionState.WAITING),
        List.of(qas.at("w").state(), qas.at("w").before()));
  }
}
