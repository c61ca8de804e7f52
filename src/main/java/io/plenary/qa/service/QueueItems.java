package io.plenary.qa.service;

import io.plenary.protocol.QaWire;
import io.plenary.protocol.QueueWire.QueueItem;
import io.plenary.qa.Abuse;
import io.plenary.qa.Language;
import io.plenary.qa.Question;
import io.plenary.qa.QuestionState;
import io.plenary.qa.Similar;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

/** Questions as moderators see them, with what the machine noticed. Lives on the owner's context. */
public final class QueueItems {
  /** Where a question stands that another one may be the same as. */
  private static final Set<QuestionState> TOLD_OF = Set.of(QuestionState.WAITING, QuestionState.PUBLISHED, QuestionState.LIVE, QuestionState.ANSWERED);

  private final Abuse abuse;
  private final Map<QaMemory, Similar> noticed = new WeakHashMap<>();

  public QueueItems(Abuse abuse) {
    this.abuse = abuse;
  }

  QueueItem of(QaMemory memory, Question q) {
    boolean erased = q.erased();
    String note = q.declined() == null ? null : q.declined().note();
    return new QueueItem(q.id(), q.rev(), number(q.n()), erased ? null : q.text(), q.name(), q.times().asked(), number(q.times().published()),
        number(q.times().answered()), QaWire.QuestionState.valueOf(q.state().name()), memory.up(q.id()), OwnItems.reason(q), note, q.labels(), q.into(),
        q.answer() == null ? null : q.answer().text(), like(memory, q), abuse.in(q.text()) ? true : null, Language.of(q.text()),
        Language.rightToLeft(q.text()) ? "rtl" : null);
  }

  /** Only for who has still to decide: elsewhere it would be noise. */
  private List<String> like(QaMemory memory, Question q) {
    Similar similar = noticed.computeIfAbsent(memory, QueueItems::read);
    similar.put(q.id(), q.text());
    if (q.state() != QuestionState.WAITING) return List.of();
    return similar.to(q.id(), other -> TOLD_OF.contains(memory.questions.byId(other).state()));
  }

  private static Similar read(QaMemory memory) {
    Similar similar = new Similar();
    memory.questions.all().forEach(q -> similar.put(q.id(), q.text()));
    return similar;
  }

  private static Long number(long n) {
    return n == 0 ? null : n;
  }
}
