package io.plenary.kinds.qa.service;

import io.plenary.activity.Activity;
import io.plenary.activity.ActivityRef;
import io.plenary.activity.service.Claims;
import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.EventFailures;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.hub.Broker.ChangeNotification;
import io.plenary.kinds.qa.Qa;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts upvotes from the registers when a Q&A was read here and when it closes; what differs is a
 * fault, and is mended. One node does it for all.
 */
public final class QaRecounts {
  private static final Logger LOG = LoggerFactory.getLogger(QaRecounts.class);
  private static final Duration KNOWN = Duration.ofMinutes(10);
  private final QuestionStore store;
  private final Claims claims;
  private final Consumer<ChangeNotification> mended;

  /** By Q&A, whether it was open when it was looked at last. */
  private final Map<ActivityRef, Boolean> seen = new ConcurrentHashMap<>();

  private final Set<ChangeNotification> due = ConcurrentHashMap.newKeySet();
  private final EventCache board;
  private final EventFailures failures;

  /**
   * @param mended told which Q&A's counts were mended
   */
  public QaRecounts(
      EventCache board, QuestionStore store, Claims claims, Consumer<ChangeNotification> mended) {
    this.claims = claims;
    this.board = board;
    this.failures = board.failures();
    this.store = store;
    this.mended = mended;
  }

  public void start(QaBoard questions) {
    board.listen(this::changed);
    questions.listen(
        (live, moves) -> {
          ChangeNotification qa = new ChangeNotification(live.eventId, live.id);
          Qa now = questions.qa(live.eventId, live.id);
          if (moves.afresh && now != null && !now.anonymised()) due.add(qa);
          if (due.remove(qa)) recount(qa);
        });
  }

  private void changed(String eventId, @Nullable LoadedEvent next) {
    seen.keySet()
        .removeIf(
            ref ->
                ref.event().equals(eventId)
                    && (next == null || !next.state().activities().containsKey(ref.id())));
    if (next == null) {
      due.removeIf(qa -> qa.eventId().equals(eventId));
      return;
    }
    for (Activity activity : next.state().activities().values()) {
      if (!(activity instanceof Qa qa) || qa.anonymised()) continue;
      Boolean before = seen.put(new ActivityRef(eventId, qa.id()), qa.open());
      if (before != null && before && !qa.open()) recount(new ChangeNotification(eventId, qa.id()));
    }
  }

  /** What could not be done now is done when something moves. */
  private void recount(ChangeNotification qa) {
    LoadedEvent loaded = board.peek(qa.eventId());
    if (loaded == null) return;
    Activity now = loaded.state().activities().get(qa.activity());
    if (now == null) return;
    String piece = loaded.state().epoch() + " " + now.round() + " " + now.rev();
    claims
        .once(new ActivityRef(qa.eventId(), qa.activity()), piece, KNOWN, () -> counted(qa))
        .onFailure(e -> failures.note("recounting questions", qa.eventId(), e))
        .onComplete(
            done -> {
              if (done.failed() || !done.result()) due.add(qa);
            });
  }

  private Future<Void> counted(ChangeNotification qa) {
    return store
        .recount(qa.eventId(), qa.activity())
        .map(
            wrong -> {
              if (wrong == null || wrong == 0) return null;
              LOG.error(
                  "Upvotes of {} questions of Q&A {} were counted wrong and are mended",
                  wrong,
                  qa.activity());
              mended.accept(qa);
              return null;
            });
  }
}
