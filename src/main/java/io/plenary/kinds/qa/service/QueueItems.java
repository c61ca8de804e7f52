package io.plenary.kinds.qa.service;

import io.plenary.abuse.Abuse;
import io.plenary.kinds.qa.Question;
import io.plenary.kinds.qa.wire.QaWire;
import io.plenary.kinds.qa.wire.QueueWire.QueueItem;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Questions as moderators see them, with what the machine noticed. Lives on the owner's context.
 */
public final class QueueItems {
  /**
   * To look for those alike takes up to a millisecond each, however many there are; then others
   * come first.
   */
  private static final int AT_ONCE = 5;

  /** To make them ready to be found takes far less. */
  private static final int TAKEN_UP_AT_ONCE = 50;

  private final Abuse abuse;
  private final Map<QaMemory, ModerationHints> noticed = new WeakHashMap<>();
  private final StaffNames names;
  private final Executor later;

  /**
   * @param later runs something on the owner's context after what waits there
   */
  public QueueItems(Abuse abuse, StaffNames names, Executor later) {
    this.names = names;
    this.abuse = abuse;
    this.later = later;
  }

  /**
   * Learns who acted on questions and looks at them, a few at a time, so that {@link #of} has
   * little to do; done at once when all is known.
   */
  Future<Void> ready(QaMemory memory, Collection<String> ids) {
    Future<Void> learnt = names.learn(ids.stream().map(memory::by).toList());
    if (learnt.isComplete()) return takenUp(memory, ids);
    Promise<Void> done = Promise.promise();
    learnt.onComplete(v -> later.execute(() -> takenUp(memory, ids).onComplete(done)));
    return done.future();
  }

  /**
   * Whoever looks first finds that nothing is: all questions are taken up for it, some in each
   * turn.
   */
  private Future<Void> takenUp(QaMemory memory, Collection<String> ids) {
    memory.similar.takeUp(TAKEN_UP_AT_ONCE);
    if (memory.similar.waiting() == 0) return looked(memory, ids);
    Promise<Void> done = Promise.promise();
    later.execute(() -> takenUp(memory, ids).onComplete(done));
    return done.future();
  }

  private Future<Void> looked(QaMemory memory, Collection<String> ids) {
    ModerationHints noticed = noticed(memory);
    Iterator<String> left =
        ids.stream()
            .filter(id -> !noticed.knows(memory, memory.questions.known(id)))
            .toList()
            .iterator();
    if (!left.hasNext()) return Future.succeededFuture();
    Promise<Void> done = Promise.promise();
    some(memory, left, done);
    return done.future();
  }

  private void some(QaMemory memory, Iterator<String> left, Promise<Void> done) {
    try {
      for (int i = 0; i < AT_ONCE && left.hasNext(); i++) {
        of(memory, memory.questions.known(left.next()));
      }
    } catch (RuntimeException e) {
      done.fail(e); // who waits for it goes on
      return;
    }
    if (left.hasNext()) later.execute(() -> some(memory, left, done));
    else done.complete();
  }

  private ModerationHints noticed(QaMemory memory) {
    return noticed.computeIfAbsent(memory, m -> new ModerationHints(abuse));
  }

  QueueItem of(QaMemory memory, Question q) {
    boolean erased = q.erased();
    ModerationHints.Marks marks = noticed(memory).of(q);
    String note = q.declined() == null ? null : q.declined().note();
    return new QueueItem(
        q.id(),
        q.rev(),
        number(q.n()),
        erased ? null : q.text(),
        q.original(),
        q.name(),
        q.times().asked(),
        number(q.times().published()),
        number(q.times().answered()),
        QaWire.QuestionState.valueOf(q.state().name()),
        memory.up(q.id()),
        OwnItems.reason(q),
        note,
        q.labels(),
        q.into(),
        q.answer() == null ? null : q.answer().text(),
        ModerationHints.like(memory, q),
        marks.abuse() ? true : null,
        marks.language(),
        marks.rightToLeft() ? "rtl" : null,
        q.burst(),
        names.of(memory.by(q.id())));
  }

  private static @Nullable Long number(long n) {
    return n == 0 ? null : n;
  }
}
