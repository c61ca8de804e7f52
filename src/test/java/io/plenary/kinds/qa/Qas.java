package io.plenary.kinds.qa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import java.util.function.Function;
import org.junit.jupiter.api.function.Executable;

/** A Q&A with its questions in memory: what the rules decide is done, as the store does it. */
final class Qas {
  static final long MINUTE = 29_000_000;

  final QuestionSet set = new QuestionSet();
  Qa qa = new Qa("q", 1, 1, Qa.State.OPEN, true, QaSettings.usual());
  private int next = 1;

  Question ask(String id) {
    set.put(Question.asked(id, "What about " + id + "?", null, MINUTE));
    return at(id);
  }

  void published(String... ids) {
    for (String id : ids) {
      ask(id);
      act(r -> r.approve(id, 1));
    }
  }

  Question at(String id) {
    return set.byId(id);
  }

  long rev(String id) {
    return at(id).rev();
  }

  QaRules rules() {
    return new QaRules(qa, set, MINUTE + 1);
  }

  QaChange act(Function<QaRules, QaChange> act) {
    QaChange change = act.apply(rules());
    for (Question q : change.writes()) {
      assertEquals(at(q.id()).rev() + 1, q.rev(), "the next revision of " + q.id());
      boolean publish = q.n() == 0 && q.state().isPublic();
      set.put(
          publish
              ? new Question(
                  q.id(),
                  q.rev(),
                  next++,
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
              : q);
    }
    return change;
  }

  static void refuses(Reason reason, Executable rule) {
    assertEquals(reason, assertThrows(RuleViolation.class, rule).reason());
  }
}
