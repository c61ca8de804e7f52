package io.plenary.activity.service;

import io.plenary.activity.Activity;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.event.EventRules;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When activities are finalised and anonymised: those of events that are long over by themselves,
 * and any final one soon after its grace. Looks each minute at what the index says may be due, so
 * that what a crash left undone is done, and the rest costs nothing. One node looks at a time.
 */
public final class Finaliser {
  private static final Logger LOG = LoggerFactory.getLogger(Finaliser.class);
  private static final long EVERY_MS = 60_000;

  /** What could not be done is tried again after this time. */
  private static final long AGAIN_MS = 600_000;

  /** Events in memory for this at the same time. */
  private static final int AT_ONCE = 50;

  private static final long MARGIN_MS = 500;

  /** Another node looks, perhaps at what was due before. */
  private static final long ELSEWHERE_MS = 2_000;

  private final EventStore store;
  private final EventIndex index;
  private final Kinds kinds;
  private final Changes changes;
  private final Anonymiser anonymiser;
  private final EventFailures failures;
  private final Duration after;
  private final InstantSource clock;
  private boolean busy;
  private boolean again;

  /**
   * @param after the end of an event its activities are finalised by themselves; zero: never
   */
  public Finaliser(
      EventStore store,
      EventIndex index,
      Kinds kinds,
      Changes changes,
      Anonymiser anonymiser,
      EventFailures failures,
      Duration after,
      InstantSource clock) {
    this.failures = failures;
    this.store = store;
    this.index = index;
    this.kinds = kinds;
    this.changes = changes;
    this.anonymiser = anonymiser;
    this.after = after;
    this.clock = clock;
  }

  public void start(Vertx vertx, Context owner, EventCache board, Claims claims, long graceMs) {
    board.listen(
        (id, next) -> {
          if (next != null
              && next.state().activities().values().stream().anyMatch(Anonymiser::due)) {
            owner.runOnContext(v -> vertx.setTimer(graceMs + MARGIN_MS, t -> pass(vertx, claims)));
          }
        });
    vertx.setPeriodic(EVERY_MS, id -> pass(vertx, claims));
  }

  private void pass(Vertx vertx, Claims claims) {
    again = true;
    if (busy) return;
    busy = true;
    again = false;
    claims
        .alone("finalising", this::look)
        .otherwise(true) // the store is away: the next minute comes
        .onSuccess(
            here -> {
              busy = false;
              if (!here) vertx.setTimer(ELSEWHERE_MS, id -> pass(vertx, claims));
              else if (again) pass(vertx, claims);
            });
  }

  /**
   * One look at all that may be due; for tests, too. Completes when all that could be done is done;
   * never fails.
   */
  public Future<Void> look() {
    return look(new HashSet<>())
        .otherwise(
            e -> {
              if (!(e instanceof StoreUnavailable)) LOG.error("What is over was not looked at", e);
              return null;
            });
  }

  /** Some at a time, so that any number may be over. */
  private Future<Void> look(Set<String> seen) {
    Future<List<String>> ended =
        after.isZero()
            ? Future.succeededFuture(List.of())
            : index.ended(clock.instant().minus(after).toEpochMilli(), AT_ONCE);
    return ended.compose(
        over ->
            index
                .withFinal(AT_ONCE)
                .compose(
                    finals -> {
                      Set<String> ids = new LinkedHashSet<>(over);
                      ids.addAll(finals);
                      ids.removeIf(id -> !seen.add(id));
                      return ids.isEmpty()
                          ? Future.succeededFuture()
                          : some(ids).compose(v -> look(seen));
                    }));
  }

  private Future<Void> some(Set<String> ids) {
    List<LoadedEvent> toAnonymise = new ArrayList<>();
    Future<Void> chain = Future.succeededFuture();
    for (String id : ids) {
      chain =
          chain.compose(v -> failures.alone("finalising", id, () -> finaliseOld(id, toAnonymise)));
    }
    chain = chain.compose(v -> anonymiser.pass(toAnonymise)).mapEmpty();
    for (String id : ids) chain = chain.compose(v -> looked(id));
    return chain;
  }

  private Future<Void> finaliseOld(String id, List<LoadedEvent> toAnonymise) {
    return store
        .load(id)
        .compose(
            event -> {
              if (event == null) return Future.succeededFuture();
              Future<Void> chain = Future.succeededFuture();
              if (!after.isZero()
                  && !clock
                      .instant()
                      .isBefore(EventRules.end(event.state().event().details()).plus(after))) {
                for (Activity activity : event.state().activities().values()) {
                  chain =
                      chain.compose(
                          v ->
                              failures.alone(
                                  "finalising an activity", id, () -> finalise(id, activity)));
                }
              }
              return chain
                  .compose(v -> store.load(id))
                  .onSuccess(
                      now -> {
                        if (now != null
                            && now.state().activities().values().stream()
                                .anyMatch(Anonymiser::due)) {
                          toAnonymise.add(now);
                        }
                      })
                  .mapEmpty();
            });
  }

  /** Notes when to look again, by what stands there now. */
  private Future<Void> looked(String id) {
    long now = clock.instant().toEpochMilli();
    boolean[] noted = {false};
    return failures
        .alone(
            "noting when to look at it again",
            id,
            () ->
                store
                    .load(id)
                    .compose(
                        event ->
                            event == null
                                ? index.looked(id, 0, null, null)
                                : end(event)
                                    .compose(
                                        end ->
                                            index.looked(
                                                id,
                                                event.state().version(),
                                                end,
                                                event.state().activities().values().stream()
                                                        .anyMatch(Anonymiser::due)
                                                    ? now
                                                    : null)))
                    .onSuccess(v -> noted[0] = true))
        .compose(
            v ->
                noted[0]
                    ? Future.succeededFuture()
                    : index.postpone(id, now - after.toMillis() + AGAIN_MS, now).otherwiseEmpty());
  }

  /**
   * The end of the event, or when it was last in use if that is later; null when nothing in it ends
   * by itself.
   */
  private Future<Long> end(LoadedEvent event) {
    long end = EventRules.end(event.state().event().details()).toEpochMilli();
    long now = clock.instant().toEpochMilli();
    List<Future<Long>> idle = new ArrayList<>();
    for (Activity activity : event.state().activities().values()) {
      Anonymisable kind = kinds.of(activity).anonymisable();
      if (kind.endsByItself(activity)) {
        idle.add(kind.idleMillis(event.state().event().id(), activity));
      }
    }
    if (idle.isEmpty()) return Future.succeededFuture();
    if (now < end) return Future.succeededFuture(end);
    // The first that has rested for long enough is the next to end; what failed just now is tried
    // again after a while.
    return Future.all(idle)
        .map(all -> all.<Long>list().stream().mapToLong(ms -> now - ms).min().orElse(end))
        .map(used -> Math.max(Math.max(used, end), now - after.toMillis() + AGAIN_MS));
  }

  /** The dates of an event may be wrong: nothing ends while it is in use. */
  private Future<Void> finalise(String eventId, Activity activity) {
    Anonymisable kind = kinds.of(activity).anonymisable();
    if (!kind.endsByItself(activity)) return Future.succeededFuture();
    return kind.idleMillis(eventId, activity)
        .compose(
            ms ->
                ms < after.toMillis()
                    ? Future.<Void>succeededFuture()
                    : changes
                        .run(eventId, state -> kind.finalise(state, activity))
                        .onSuccess(
                            v ->
                                LOG.info(
                                    "The {} {} is finalised by itself, {} after its event",
                                    activity.type().noun(),
                                    activity.id(),
                                    after)));
  }
}
