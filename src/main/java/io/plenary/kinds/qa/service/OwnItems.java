package io.plenary.kinds.qa.service;

import io.plenary.kinds.qa.Groups;
import io.plenary.kinds.qa.Question;
import io.plenary.kinds.qa.QuestionState;
import io.plenary.kinds.qa.service.QuestionStore.Asker;
import io.plenary.kinds.qa.wire.QaWire;
import io.plenary.kinds.qa.wire.QaWire.Into;
import io.plenary.kinds.qa.wire.QaWire.OwnQuestion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What askers are told of their own questions. Made on the owner's context. */
final class OwnItems {
  private OwnItems() {}

  static void note(QaSession qa, QuestionDelta moves) {
    moves.askers.forEach(asker -> qa.noted.put(asker, items(qa.memory, asker)));
  }

  private static List<OwnQuestion> items(QaMemory memory, String asker) {
    List<OwnQuestion> items = new ArrayList<>();
    for (String id : memory.askedBy(asker)) {
      Question q = memory.questions.known(id);
      Asker by = memory.askerOf(id);
      if (by != null && q.state() != QuestionState.WITHDRAWN) items.add(item(memory, q, by));
    }
    return List.copyOf(items);
  }

  private static OwnQuestion item(QaMemory memory, Question q, Asker by) {
    Question top = q.into() == null ? q : Groups.root(memory.questions, q);
    // What was put away with another one is put away for its asker, too.
    Question stands =
        top.state() == QuestionState.DECLINED || top.state() == QuestionState.ARCHIVED ? top : q;
    String note = q.declined() == null ? null : q.declined().note();
    String answer = q.answer() == null ? null : q.answer().text();
    return new OwnQuestion(
        by.phoneId(),
        q.erased() ? null : q.text(),
        q.original(),
        q.name(),
        q.times().asked(),
        QaWire.QuestionState.valueOf(stands.state().name()),
        q.isPublic() && q.n() > 0 ? (long) q.n() : null,
        reason(stands),
        note,
        into(memory, q),
        answer);
  }

  private static @Nullable Into into(QaMemory memory, Question q) {
    if (q.into() == null) return null;
    Question root = Groups.root(memory.questions, q);
    return root.isPublic() && root.n() > 0 ? new Into(root.n(), root.text()) : null;
  }

  /** Null unless it was declined. */
  static QaWire.@Nullable DeclineReason reason(Question q) {
    return q.declined() == null ? null : QaWire.DeclineReason.valueOf(q.declined().reason().name());
  }
}
