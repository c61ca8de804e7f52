package io.plenary.qa.service;

import io.plenary.protocol.QaWire;
import io.plenary.protocol.QueueWire.QueueItem;
import io.plenary.qa.Abuse;
import io.plenary.qa.Question;
import java.util.Map;
import java.util.WeakHashMap;

/** Questions as moderators see them, with what the machine noticed. Lives on the owner's context. */
public final class QueueItems {
  private final Abuse abuse;
  private final Map<QaMemory, Noticed> noticed = new WeakHashMap<>();

  public QueueItems(Abuse abuse) {
    this.abuse = abuse;
  }

  QueueItem of(QaMemory memory, Question q) {
    Noticed here = noticed.computeIfAbsent(memory, m -> new Noticed(abuse, m));
    Noticed.Marks marks = here.of(q);
    String note = q.declined() == null ? null : q.declined().note();
    return new QueueItem(q.id(), q.rev(), number(q.n()), q.erased() ? null : q.text(), q.name(), q.times().asked(), number(q.times().published()),
        number(q.times().answered()), QaWire.QuestionState.valueOf(q.state().name()), memory.up(q.id()), OwnItems.reason(q), note, q.labels(), q.into(),
        q.answer() == null ? null : q.answer().text(), here.like(memory, q), marks.abuse() ? true : null, marks.language(),
        marks.rightToLeft() ? "rtl" : null);
  }

  private static Long number(long n) {
    return n == 0 ? null : n;
  }
}
