package io.plenary.room.service;

import io.plenary.event.EventRules;
import io.plenary.room.Activity;
import io.plenary.room.service.EventStore.Loaded;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When activities are finalised and sealed: those of events that are long over by themselves, and any final one soon after its grace.
 * Looks at every event at start and each minute, so that what a crash left undone is done.
 */
public final class Finaliser {
  private static final Logger LOG = LoggerFactory.getLogger(Finaliser.class);
  private static final long EVERY_MS = 60_000;
  private static final long MARGIN_MS = 500;

  private final Catalog catalog;
  private final Kinds kinds;
  private final Changes changes;
  private final Sealer sealer;
  private final Duration after;
  private final InstantSource clock;
  private boolean busy;
  private boolean again;

  /** @param after the end of an event its activities are finalised by themselves; zero: never */
  public Finaliser(Catalog catalog, Kinds kinds, Changes changes, Sealer sealer, Duration after, InstantSource clock) {
    this.catalog = catalog;
    this.kinds = kinds;
    this.changes = changes;
    this.sealer = sealer;
    this.after = after;
    this.clock = clock;
  }

  public void start(Vertx vertx, Context owner, Board board, long graceMs) {
    board.listen((id, next) -> {
      if (next != null && next.state().activities().values().stream().anyMatch(Sealer::due)) {
        owner.runOnContext(v -> vertx.setTimer(graceMs + MARGIN_MS, t -> pass()));
      }
    });
    vertx.setPeriodic(EVERY_MS, id -> pass());
  }

  private void pass() {
    again = true;
    if (busy) return;
    busy = true;
    again = false;
    look().onComplete(done -> {
      busy = false;
      if (again) pass();
    });
  }

  /** One look at everything; for tests, too. Completes when all that could be done is done; never fails. */
  public Future<Void> look() {
    return catalog.list().compose(this::finaliseOld).compose(v -> catalog.list()).compose(sealer::pass)
        .<Void>mapEmpty().otherwiseEmpty();
  }

  private Future<Void> finaliseOld(List<Loaded> events) {
    Future<Void> chain = Future.succeededFuture();
    if (after.isZero()) return chain;
    for (Loaded event : events) {
      if (clock.instant().isBefore(EventRules.end(event.state().event().details()).plus(after))) continue;
      for (Activity activity : event.state().activities().values()) {
        Sealable kind = kinds.of(activity).sealable();
        if (kind.endsByItself(activity)) chain = chain.compose(v -> finalise(event.state().event().id(), activity, kind));
      }
    }
    return chain;
  }

  /** The dates of an event may be wrong: nothing ends while it is in use. */
  private Future<Void> finalise(String eventId, Activity activity, Sealable kind) {
    return kind.restingMs(eventId, activity).compose(ms -> ms < after.toMillis() ? Future.<Void>succeededFuture()
        : changes.run(eventId, state -> kind.finalise(state, activity))
            .onSuccess(v -> LOG.info("{} {} is finalised by itself, {} after its event", kind.name(), activity.id(), after)))
        .otherwiseEmpty();
  }
}
