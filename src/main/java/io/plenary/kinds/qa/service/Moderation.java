package io.plenary.kinds.qa.service;

import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.StoreUnavailable;
import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.hub.Broker.ChangeNotification;
import io.plenary.hub.Loops;
import io.plenary.kinds.qa.Qa;
import io.plenary.kinds.qa.QaChange;
import io.plenary.kinds.qa.QaRules;
import io.plenary.kinds.qa.service.QuestionStore.Committed;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/**
 * Carries out what is done with questions: a pure rule decides on what this node has read, the
 * store commits only if nothing it decided on has moved, else the node reads on and the rule
 * decides again. Usable from any thread.
 */
public final class Moderation {
  private static final int TRIES = 8;
  private static final int MINUTE_MS = 60_000;
  private static final int BURST_AT_ONCE = 250;

  private final EventCache board;
  private final QaBoard questions;
  private final QuestionStore store;
  private final Context owner;
  private final InstantSource clock;

  /**
   * @param owner the context the store is used on
   */
  public Moderation(
      EventCache board,
      QaBoard questions,
      QuestionStore store,
      Context owner,
      InstantSource clock) {
    this.board = board;
    this.questions = questions;
    this.store = store;
    this.owner = owner;
    this.clock = clock;
  }

  /**
   * @param who stands in the audit trail: id of an account, "remote" or "asker"
   * @param rule may throw {@link RuleViolation}
   * @return done when it is stored and, unless the store is away by then, this node shows it; fails
   *     with {@link RuleViolation} or {@link StoreUnavailable}
   */
  public Future<Void> run(
      String eventId, String qaId, String who, Function<QaRules, QaChange> rule) {
    return Loops.call(
        owner,
        () -> {
          QaSession qa = questions.find(eventId, qaId);
          if (qa == null) return Future.failedFuture(gone());
          return questions
              .ready(qa)
              .compose(v -> Loops.call(owner, () -> attempt(qa, who, rule, TRIES)));
        });
  }

  /**
   * Sets a burst of newcomers aside, or brings it back, some questions at a time: thousands at once
   * would hold up the store.
   *
   * @param minute the burst began in
   */
  public Future<Void> burst(String eventId, String qaId, String who, long minute, boolean aside) {
    return Loops.call(
        owner,
        () -> {
          QaSession qa = questions.find(eventId, qaId);
          if (qa == null) return Future.failedFuture(gone());
          return questions
              .refresh(qa)
              .compose(v -> Loops.call(owner, () -> parts(qa, who, minute, aside)));
        });
  }

  /** What is asked while it is done is not of it: it would never end. */
  private Future<Void> parts(QaSession qa, String who, long minute, boolean aside) {
    List<String> all =
        aside ? Bursts.undecided(qa.memory, minute) : Bursts.aside(qa.memory, minute);
    Future<Void> chain = Future.succeededFuture();
    for (int from = 0; from < all.size(); from += BURST_AT_ONCE) {
      List<String> part = all.subList(from, Math.min(from + BURST_AT_ONCE, all.size()));
      Function<QaRules, QaChange> rule =
          rules -> aside ? rules.setAside(part, minute) : rules.bringBack(part, minute);
      chain = chain.compose(v -> Loops.call(owner, () -> attempt(qa, who, rule, TRIES)));
    }
    return chain;
  }

  /** Id of the question one of these askers sent under the phone's id; null when there is none. */
  Future<String> asked(String eventId, String qaId, List<String> askers, String phoneId) {
    return Loops.call(owner, () -> store.asked(eventId, qaId, askers, phoneId));
  }

  private Future<Void> attempt(
      QaSession live, String who, Function<QaRules, QaChange> rule, int left) {
    Qa qa = questions.qa(live.eventId, live.id);
    if (qa == null) return Future.failedFuture(gone());
    long minute = clock.millis() / MINUTE_MS;
    QaChange change;
    try {
      change = rule.apply(new QaRules(qa, live.memory.questions, minute));
    } catch (RuleViolation e) {
      return left < TRIES ? Future.failedFuture(e) : afresh(live, who, rule, left);
    }
    if (change.isEmpty()) {
      return left < TRIES ? Future.succeededFuture() : afresh(live, who, rule, left);
    }
    return store
        .commit(live.eventId, live.id, change, who, minute)
        .compose(done -> settle(done, live, who, rule, left));
  }

  private Future<Void> settle(
      Committed done, QaSession live, String who, Function<QaRules, QaChange> rule, int left) {
    switch (done.outcome()) {
      case COMMITTED -> {
        questions.moved(new ChangeNotification(live.eventId, live.id));
        // Stored is done; the next look shows it when this one cannot.
        return questions.refresh(live).otherwiseEmpty();
      }
      case CONFLICT -> {
        if (left > 1) return afresh(live, who, rule, left);
        return Future.failedFuture(
            new RuleViolation(
                Reason.CONFLICT, "Others are changing these questions right now. Try again."));
      }
      case FINALISED -> {
        // It became so just now; the rule knows what is left to do then.
        if (left > 1) return afresh(live, who, rule, left);
        return Future.failedFuture(
            new RuleViolation(
                Reason.WRONG_STATE,
                "This Q&A is finalised, so nothing of it can be changed any more."));
      }
      default -> {
        return Future.failedFuture(gone());
      }
    }
  }

  /**
   * What is in memory may lag behind: that nothing can or need be done counts only when it is
   * decided on what is stored.
   */
  private Future<Void> afresh(
      QaSession live, String who, Function<QaRules, QaChange> rule, int left) {
    return board
        .recheck(live.eventId)
        .compose(v -> Loops.call(owner, () -> questions.refresh(live)))
        .compose(v -> Loops.call(owner, () -> attempt(live, who, rule, left - 1)));
  }

  private static RuleViolation gone() {
    return new RuleViolation(
        Reason.UNKNOWN_ACTIVITY, "There are no such questions. They may have been deleted.");
  }
}
