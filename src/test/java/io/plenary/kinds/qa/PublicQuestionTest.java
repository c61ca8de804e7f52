package io.plenary.kinds.qa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PublicQuestionTest {
  private final Qas qas = new Qas();

  @Test
  void onlyWhatIsPublicIsShownAndNothingOfModeration() {
    qas.ask("w");
    assertNull(PublicQuestion.of(qas.at("w"), 0, qas.set));
    qas.act(r -> r.decline("w", 1, DeclineReason.OTHER, "canary"));
    assertNull(PublicQuestion.of(qas.at("w"), 0, qas.set));
    qas.act(r -> r.approve("w", 2));
    qas.act(r -> r.label("w", 3, List.of("pay"), List.of()));
    PublicQuestion shown = PublicQuestion.of(qas.at("w"), 7, qas.set);
    assertEquals(
        new PublicQuestion(
            1,
            "What about w?",
            false,
            null,
            Qas.MINUTE,
            7,
            QuestionState.PUBLISHED,
            List.of("pay"),
            null,
            List.of(),
            "en",
            false),
        shown);
    assertEquals(8, shown.with(8).up());
    assertFalse(shown.toString().contains("canary"));
    qas.act(r -> r.answer("w", 4, "Yes."));
    assertEquals("Yes.", PublicQuestion.of(qas.at("w"), 7, qas.set).answer());
    qas.act(r -> r.correct("w", 5, "What about W?"));
    PublicQuestion corrected = PublicQuestion.of(qas.at("w"), 7, qas.set);
    assertEquals(List.of("What about W?", true), List.of(corrected.text(), corrected.corrected()));
    assertTrue(corrected.with(8).corrected());
    assertFalse(corrected.toString().contains("about w"), "the room does not read the first words");
    qas.act(r -> r.archive("w", 6));
    assertNull(PublicQuestion.of(qas.at("w"), 0, qas.set));
  }

  @Property
  void orderIsTotalAndFixed(@ForAll Random random) {
    List<PublicQuestion> all = new ArrayList<>();
    for (int n = 1; n <= 30; n++) {
      all.add(
          new PublicQuestion(
              n,
              "x",
              false,
              null,
              1,
              random.nextInt(4),
              QuestionState.PUBLISHED,
              List.of(),
              null,
              List.of(),
              null,
              false));
    }
    List<PublicQuestion> popular = all.stream().sorted(PublicQuestion.POPULAR).toList();
    for (int i = 1; i < popular.size(); i++) {
      PublicQuestion above = popular.get(i - 1);
      PublicQuestion below = popular.get(i);
      assertEquals(
          true, above.up() > below.up() || (above.up() == below.up() && above.n() < below.n()));
    }
    List<PublicQuestion> recent = all.stream().sorted(PublicQuestion.RECENT).toList();
    Collections.shuffle(all, random);
    assertEquals(popular, all.stream().sorted(PublicQuestion.POPULAR).toList());
    assertEquals(recent, all.stream().sorted(PublicQuestion.RECENT).toList());
    assertEquals(30, recent.get(0).n());
  }

  @Test
  void statisticsAddUp() {
    qas.published("a", "b", "c");
    qas.ask("w");
    qas.ask("x");
    qas.act(r -> r.merge("b", 2, "a"));
    qas.act(r -> r.decline("c", 2, DeclineReason.DUPLICATE, null));
    qas.act(r -> r.withdraw("x"));
    assertEquals(Qas.MINUTE, QaStatistics.of(qas.set.all()).oldest());
    QaStatistics s = QaStatistics.of(qas.set.all());
    assertEquals(
        List.of(5, 3, 1, 1, 1, 1, 1, 0),
        List.of(
            s.received(),
            s.approved(),
            s.in(QuestionState.PUBLISHED),
            s.in(QuestionState.MERGED),
            s.in(QuestionState.DECLINED),
            s.in(QuestionState.WAITING),
            s.in(QuestionState.WITHDRAWN),
            s.in(QuestionState.LIVE)));
    assertEquals(1, s.declined().get(DeclineReason.DUPLICATE));
    assertEquals(0, s.declined().get(DeclineReason.ABUSIVE));
    assertEquals(5, s.states().values().stream().mapToInt(Integer::intValue).sum());
  }
}
