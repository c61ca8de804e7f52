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
import io.vertx.core.Vertx;
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
 * fault, and is mended. One node does it for all; the others ask again until it is done, because
 * that one may die at it. Runs on the owner's context.
 */
public final class QaRecounts {
  private static final Logger LOG = LoggerFactory.getLogger(QaRecounts.class);
  private static final long AGAIN_MS = 5_000;

  /** Another node is at it. */
  private static final long ELSEWHERE_MS = 2_000;

  private static final Duration KNOWN = Duration.ofMinutes(10);
  private final QuestionStore store;
  private final Claims claims;
  private final Vertx vertx;
  private final Consumer<ChangeNotification> mended;

  /** By Q&A, whether it was open when it was looked at last. */
  private final Map<ActivityRef, Boolean> seen = new ConcurrentHashMap<>();

  /** Those that are asked for again in a while. */
  private final Set<ChangeNotification> due = ConcurrentHashMap.newKeySet();

  private final EventCache board;
  private final EventFailures failures;

  /**
   * @param mended told which Q&A's counts were mended
   */
  public QaRecounts(
      EventCache board,
      QuestionStore store,
      Claims claims,
      Vertx vertx,
      Consumer<ChangeNotification> mended) {
    this.claims = claims;
    this.vertx = vertx;
    this.board = board;
    this.failures = board.failures();
    this.store = store;
    this.mended = mended;
  }

  public void start(QaBoard questions) {
    board.listen(this::changed);
    questions.listen(
        (live, moves) -> {
          if (moves.afresh) recount(new ChangeNotification(live.eventId, live.id));
        });
  }

  private void changed(String eventId, @Nullable LoadedEvent next) {
    seen.keySet()
        .removeIf(
            ref ->
                ref.event().equals(eventId)
                    && (next == null || !next.state().activities().containsKey(ref.id())));
    if (next == null) return;
    for (Activity activity : next.state().activities().values()) {
      if (!(activity instanceof Qa qa) || qa.anonymised()) continue;
      Boolean before = seen.put(new ActivityRef(eventId, qa.id()), qa.open());
      if (before != null && before && !qa.open()) recount(new ChangeNotification(eventId, qa.id()));
    }
  }

  private void recount(ChangeNotification qa) {
    LoadedEvent loaded = board.peek(qa.eventId());
    if (loaded == null) return;
    if (!(loaded.state().activities().get(qa.activity()) instanceof Qa now)) return;
    if (now.anonymised()) return;
    String piece = loaded.state().epoch() + " " + now.round() + " " + now.rev();
    claims
        .once(new ActivityRef(qa.eventId(), qa.activity()), piece, KNOWN, () -> counted(qa))
        .onSuccess(
            isDone -> {
              if (!isDone) again(qa, ELSEWHERE_MS);
            })
        .onFailure(e -> failures.note("recounting questions", qa.eventId(), e))
        .onFailure(e -> again(qa, AGAIN_MS));
  }

  private void again(ChangeNotification qa, long ms) {
    if (!due.add(qa)) return;
    vertx.setTimer(
        ms,
        id -> {
          due.remove(qa);
          recount(qa);
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
