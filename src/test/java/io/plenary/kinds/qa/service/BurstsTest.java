package io.plenary.kinds.qa.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plenary.kinds.qa.Qa;
import io.plenary.kinds.qa.QaChange;
import io.plenary.kinds.qa.QaRules;
import io.plenary.kinds.qa.QaSettings;
import io.plenary.kinds.qa.Question;
import io.plenary.kinds.qa.QuestionState;
import io.plenary.kinds.qa.service.QuestionStore.Asker;
import io.plenary.kinds.qa.service.QuestionStore.Entry;
import io.plenary.kinds.qa.service.QuestionStore.Moved;
import io.plenary.kinds.qa.wire.QueueWire.Burst;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which minutes are a burst of newcomers, and what is of it. */
class BurstsTest {
  private static final long MINUTE = 29_000_000;
  private final QaMemory memory = new QaMemory();
  private long version;

  private void entries(List<Entry> entries) {
    memory.apply(new Moved("e", 1, false, ++version, false, entries, Map.of()));
  }

  private static Entry asked(String who, int n, long minute) {
    Question q = Question.asked("q-" + who + "-" + n, "Why is that so?", null, minute);
    return new Entry(q, new Asker(who, "phone-" + who + n), null);
  }

  /** People who each ask so much in this minute. */
  private void ask(String names, int people, int each, long minute) {
    List<Entry> all = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      for (int n = 0; n < each; n++) all.add(asked(names + i, n, minute));
    }
    entries(all);
  }

  private void carriedOut(QaChange change, String by) {
    entries(change.writes().stream().map(q -> new Entry(q, memory.askerOf(q.id()), by)).toList());
  }

  private QaRules rules() {
    return new QaRules(
        new Qa("q", 1, 1, Qa.State.OPEN, true, QaSettings.usual()), memory.questions, MINUTE + 9);
  }

  @Test
  @DisplayName("O9 a hall that asks as halls do is no burst")
  void fewAtATime() {
    for (int i = 0; i < 20; i++) ask("hall" + i + "-", 49, 1, MINUTE + i);
    assertEquals(List.of(), Bursts.of(memory));
  }

  @Test
  @DisplayName(
      "O9 a burst is whoever asks first within two minutes, with all that they ask, also later")
  void newcomers() {
    ask("known", 30, 1, MINUTE - 60);
    ask("new", 80, 2, MINUTE);
    ask("more", 30, 1, MINUTE + 1);
    ask("known", 30, 2, MINUTE); // n 0 is the same question as before
    ask("new", 80, 3, MINUTE + 7);
    assertEquals(List.of(new Burst(MINUTE, MINUTE + 1, 110, 80 * 3 + 30, 0)), Bursts.of(memory));
    assertEquals(80 * 3 + 30, Bursts.undecided(memory, MINUTE).size());
    assertEquals(List.of(), Bursts.undecided(memory, MINUTE + 1));
  }

  @Test
  @DisplayName(
      "O9 what a moderator has decided on stays where it is; the rest is set aside and brought"
          + " back")
  void asideAndBack() {
    ask("new", 120, 1, MINUTE);
    carriedOut(rules().approve("q-new0-0", 1), "moderator");
    List<String> undecided = Bursts.undecided(memory, MINUTE);
    assertEquals(119, undecided.size());
    carriedOut(rules().setAside(undecided, MINUTE), "moderator");
    assertEquals(QuestionState.PUBLISHED, memory.questions.known("q-new0-0").state());
    assertEquals(QuestionState.ARCHIVED, memory.questions.known("q-new1-0").state());
    assertEquals(List.of(new Burst(MINUTE, MINUTE, 120, 0, 119)), Bursts.of(memory));

    carriedOut(rules().restore("q-new1-0", 2), "moderator");
    assertEquals(118, Bursts.aside(memory, MINUTE).size(), "one is brought back by itself");
    carriedOut(rules().bringBack(Bursts.aside(memory, MINUTE), MINUTE), "moderator");
    assertEquals(QuestionState.WAITING, memory.questions.known("q-new2-0").state());
    assertEquals(null, memory.questions.known("q-new2-0").burst());
    assertEquals(List.of(new Burst(MINUTE, MINUTE, 120, 119, 0)), Bursts.of(memory), "as before");
  }

  @Test
  @DisplayName("O9 once nobody is to find out who asked what there is no burst")
  void anonymised() {
    ask("new", 120, 1, MINUTE);
    memory.forgetAskers();
    assertEquals(List.of(), Bursts.of(memory));
  }
}
