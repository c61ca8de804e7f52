package io.plenary.kinds.qa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.event.RuleViolation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever moderators and askers do in whatever order, these hold. */
class TransitionsPropertiesTest {
  private static final List<String> IDS = List.of("a", "b", "c", "d", "e", "f");

  @Property(tries = 300)
  void whateverIsDoneTheQuestionsStandWell(@ForAll Random random) {
    Qas qas = new Qas();
    Map<String, Set<String>> groups = new HashMap<>(); // as the store is told: root -> members
    Set<String> open = new HashSet<>();
    IDS.forEach(qas::ask);
    int done = 0;
    for (int i = 0; i < 80; i++) {
      Map<String, Question> before = all(qas);
      QaChange change;
      try {
        change = qas.act(r -> any(r, qas, random));
      } catch (RuleViolation refused) {
        assertEquals(before, all(qas));
        continue;
      }
      done += change.isEmpty() ? 0 : 1;
      for (QaChange.Group g : change.groups()) {
        g.members().stream().skip(1).forEach(groups::remove);
        groups.put(g.members().get(0), Set.copyOf(g.members()));
        if (g.open()) open.addAll(g.members());
        else open.removeAll(g.members());
      }
      check(qas, groups, open, before, change);
    }
    assertTrue(done > 5, "did nothing");
  }

  @Property(tries = 300)
  void restoringBringsBackWhatWasThereWithItsGroup(@ForAll Random random) {
    Qas qas = new Qas();
    IDS.forEach(qas::ask);
    for (int i = 0; i < 40; i++) {
      try {
        qas.act(r -> any(r, qas, random));
      } catch (RuleViolation refused) {
        // another one
      }
    }
    for (String id : IDS) {
      undone(qas, id, r -> r.archive(id, qas.rev(id)));
      undone(qas, id, r -> r.decline(id, qas.rev(id), DeclineReason.ABUSIVE, "Not like this."));
      if (qas.at(id).state() != QuestionState.ANSWERED) {
        undone(qas, id, r -> r.answer(id, qas.rev(id), "Another answer"));
      }
    }
  }

  /**
   * Of a live one it comes back to the list: who makes it live again sees whether another one is by
   * now.
   */
  private static void undone(Qas qas, String id, Function<QaRules, QaChange> act) {
    if (qas.at(id).erased()) return; // without words it is put away for good
    Map<String, String> before = places(qas);
    boolean live = qas.at(id).state() == QuestionState.LIVE;
    QaChange done;
    try {
      done = qas.act(act);
    } catch (RuleViolation refused) {
      return;
    }
    if (done.isEmpty()) return;
    assertNotEquals(before, places(qas));
    QaChange back = qas.act(r -> r.restore(id, qas.rev(id)));
    if (live) before.replace(id, before.get(id).replace("LIVE", "PUBLISHED"));
    assertEquals(before, places(qas));
    Question root = Groups.root(qas.set, qas.at(id));
    List<String> members = Groups.tree(qas.set, root).stream().map(Question::id).toList();
    assertEquals(
        List.of(new QaChange.Group(members, root.upvotable(), false)),
        back.groups(),
        "upvotes stay as they are");
  }

  /** All that is known of each question but its revision. */
  private static Map<String, String> places(Qas qas) {
    Map<String, String> all = new HashMap<>();
    qas.set
        .all()
        .forEach(
            q ->
                all.put(
                    q.id(),
                    new Question(
                            q.id(),
                            0,
                            q.n(),
                            q.text(),
                            q.original(),
                            q.name(),
                            q.times(),
                            q.state(),
                            q.before(),
                            q.into(),
                            q.declined(),
                            q.labels(),
                            q.answer(),
                            q.burst())
                        .toString()));
    return all;
  }

  private static Map<String, Question> all(Qas qas) {
    Map<String, Question> all = new HashMap<>();
    qas.set.all().forEach(q -> all.put(q.id(), q));
    return all;
  }

  private static QaChange any(QaRules r, Qas qas, Random random) {
    String id = IDS.get(random.nextInt(IDS.size()));
    long rev = qas.rev(id) - (random.nextInt(10) == 0 ? 1 : 0);
    Integer live = qas.set.live() == null ? null : qas.set.live().n();
    return switch (random.nextInt(14)) {
      case 0, 1, 2 -> r.approve(id, rev);
      case 3 -> r.decline(id, rev, DeclineReason.values()[random.nextInt(6)], null);
      case 4 -> r.archive(id, rev);
      case 5 -> random.nextBoolean() ? r.restore(id, rev) : r.unpublish(id, rev);
      case 6 -> r.highlight(random.nextBoolean() ? 1 + random.nextInt(6) : null, live);
      case 7 -> r.answered(1 + random.nextInt(6));
      case 8 ->
          random.nextBoolean()
              ? r.answer(id, rev, "Answer " + random.nextInt(3))
              : r.correct(id, rev, "Words " + random.nextInt(3));
      case 9, 10, 11 -> r.merge(id, rev, IDS.get(random.nextInt(IDS.size())));
      case 12 -> r.unmerge(id, rev);
      default ->
          random.nextInt(8) > 0
              ? r.label(id, rev, List.of("x" + random.nextInt(3)), List.of())
              : random.nextBoolean() ? r.withdraw(id) : r.erase(id, rev);
    };
  }

  private static void check(
      Qas qas,
      Map<String, Set<String>> groups,
      Set<String> open,
      Map<String, Question> before,
      QaChange change) {
    Set<String> written = new HashSet<>();
    change.writes().forEach(q -> assertTrue(written.add(q.id()), "written once"));
    change.audit().forEach(l -> assertEquals(l.from(), before.get(l.question()).state()));
    List<Integer> numbers = new ArrayList<>();
    int live = 0;
    for (Question q : qas.set.all()) {
      if (q.n() > 0) numbers.add(q.n());
      live += q.state() == QuestionState.LIVE ? 1 : 0;
      Question was = before.get(q.id());
      if (was.n() > 0) assertEquals(was.n(), q.n(), "a number is for good");
      if (q.state() == QuestionState.MERGED) assertNotNull(q.into());
      else assertNull(q.into());
      assertEquals(
          q.state() == QuestionState.MERGED || q.state() == QuestionState.ARCHIVED,
          q.before() != null);
      assertNotEquals(q.text(), q.original(), "corrected is other words");
      assertFalse(q.erased() && q.corrected(), "the first words go with the others");
      assertFalse(q.erased() && q.state() == QuestionState.WAITING, "waits for nothing");
      assertTrue(!q.isPublic() || q.n() > 0, "what the room sees has a number");
      assertTrue(
          !q.isPublic() || q.times().published() > 0,
          "what the room sees was let through, and that was not taken back");
      assertEquals(q.isPublic(), PublicQuestion.of(q, 0, qas.set) != null);
      Question root = Groups.root(qas.set, q);
      assertNull(root.into());
      assertEquals(root.upvotable(), open.contains(q.id()), "takes upvotes: " + q);
      Set<String> tree = new HashSet<>();
      if (root == q) Groups.tree(qas.set, q).forEach(m -> tree.add(m.id()));
      if (root == q) {
        assertEquals(tree, groups.getOrDefault(q.id(), Set.of(q.id())), "the store's group");
      }
    }
    assertTrue(live <= 1);
    Collections.sort(numbers);
    for (int i = 0; i < numbers.size(); i++) assertEquals(i + 1, numbers.get(i), "dense");
    String said = qas.set.live() == null ? null : qas.set.live().id();
    if (change.live() != null) assertEquals(said, change.live().to());
    assertEquals(live == 1, said != null);
  }
}
