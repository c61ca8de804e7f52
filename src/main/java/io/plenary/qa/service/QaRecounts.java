package io.plenary.qa.service;

import io.plenary.hub.Broker.Hint;
import io.plenary.qa.Qa;
import io.plenary.room.Activity;
import io.plenary.room.service.Board;
import io.plenary.room.service.EventStore.Loaded;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts upvotes from the registers when a Q&A was read here and when it closes; what differs is a fault, and is mended. */
public final class QaRecounts {
  private static final Logger LOG = LoggerFactory.getLogger(QaRecounts.class);
  private final QuestionStore store;
  private final Consumer<Hint> mended;
  /** By Q&A, whether it was open when it was looked at last. */
  private final Map<String, Boolean> seen = new ConcurrentHashMap<>();
  private final Set<Hint> due = ConcurrentHashMap.newKeySet();

  /** @param mended told which Q&A's counts were mended */
  public QaRecounts(QuestionStore store, Consumer<Hint> mended) {
    this.store = store;
    this.mended = mended;
  }

  public void start(Board board, QaBoard questions) {
    board.listen(this::changed);
    questions.listen((live, moves) -> {
      Hint qa = new Hint(live.eventId, live.id);
      Qa now = questions.qa(live.eventId, live.id);
      if (moves.afresh && now != null && !now.sealed()) due.add(qa);
      if (due.remove(qa)) recount(qa);
    });
  }

  private void changed(String eventId, Loaded next) {
    if (next == null) return;
    for (Activity activity : next.state().activities().values()) {
      if (!(activity instanceof Qa qa) || qa.sealed()) continue;
      Boolean before = seen.put(qa.id(), qa.open());
      if (before != null && before && !qa.open()) recount(new Hint(eventId, qa.id()));
    }
  }

  /** What could not be done now is done when something moves. */
  private void recount(Hint qa) {
    store.recount(qa.eventId(), qa.activity()).onFailure(e -> due.add(qa)).onSuccess(wrong -> {
      if (wrong == null || wrong == 0) return;
      LOG.error("Upvotes of {} questions of Q&A {} were counted wrong and are mended", wrong, qa.activity());
      mended.accept(qa);
    });
  }
}
