package io.plenary.qa.service;

import io.plenary.protocol.QaWire;
import io.plenary.protocol.QaWire.Into;
import io.plenary.protocol.QaWire.OwnQuestion;
import io.plenary.qa.Groups;
import io.plenary.qa.Question;
import io.plenary.qa.QuestionState;
import java.util.ArrayList;
import java.util.List;

/** What askers are told of their own questions. Made on the owner's context. */
final class OwnItems {
  private OwnItems() {}

  static void note(LiveQa qa, Moves moves) {
    moves.askers.forEach(asker -> qa.noted.put(asker, items(qa.memory, asker)));
  }

  private static List<OwnQuestion> items(QaMemory memory, String asker) {
    List<OwnQuestion> items = new ArrayList<>();
    for (String id : memory.askedBy(asker)) {
      Question q = memory.questions.byId(id);
      if (q.state() != QuestionState.WITHDRAWN) items.add(item(memory, q));
    }
    return List.copyOf(items);
  }

  private static OwnQuestion item(QaMemory memory, Question q) {
    Question top = q.into() == null ? q : Groups.root(memory.questions, q);
    // What was put away with another one is put away for its asker, too.
    Question stands = top.state() == QuestionState.DECLINED || top.state() == QuestionState.ARCHIVED ? top : q;
    String note = q.declined() == null ? null : q.declined().note();
    String answer = q.answer() == null ? null : q.answer().text();
    return new OwnQuestion(memory.askerOf(q.id()).phoneId(), q.erased() ? null : q.text(), q.name(), q.times().asked(),
        QaWire.QuestionState.valueOf(stands.state().name()), q.isPublic() && q.n() > 0 ? (long) q.n() : null, reason(stands), note, into(memory, q), answer);
  }

  private static Into into(QaMemory memory, Question q) {
    if (q.into() == null) return null;
    Question root = Groups.root(memory.questions, q);
    return root.isPublic() && root.n() > 0 ? new Into(root.n(), root.text()) : null;
  }

  /** Null unless it was declined. */
  static QaWire.DeclineReason reason(Question q) {
    return q.declined() == null ? null : QaWire.DeclineReason.valueOf(q.declined().reason().name());
  }
}
