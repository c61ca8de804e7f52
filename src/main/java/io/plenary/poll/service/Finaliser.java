package io.plenary.poll.service;

import io.plenary.event.EventRules;
import io.plenary.poll.Poll;
import io.plenary.poll.PollRules;
import io.plenary.room.service.Board;
import io.plenary.room.service.Catalog;
import io.plenary.room.service.Changes;
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
 * When polls are finalised and sealed: those of events that are long over by themselves, and any final one soon after its grace. Looks
 * at every event at start and each minute, so that what a crash left undone is done.
 */
public final class Finaliser {
  private static final Logger LOG = LoggerFactory.getLogger(Finaliser.class);
  private static final long EVERY_MS = 60_000;
  private static final long MARGIN_MS = 500;

  private final Catalog catalog;
  private final SealStore store;
  private final Changes changes;
  private final Sealer sealer;
  private final Duration after;
  private final InstantSource clock;
  private boolean busy;
  private boolean again;

  /** @param after the end of an event its polls are finalised by themselves; zero: never */
  public Finaliser(Catalog catalog, SealStore store, Changes changes, Sealer sealer, Duration after, InstantSource clock) {
    this.catalog = catalog;
    this.store = store;
    this.changes = changes;
    this.sealer = sealer;
    this.after = after;
    this.clock = clock;
  }

  public void start(Vertx vertx, Context owner, Board board, long graceMs) {
    board.listen((id, next) -> {
      if (next != null && polls(next).stream().anyMatch(p -> p.state() == Poll.State.FINAL)) {
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
      for (Poll poll : polls(event)) {
        if (poll.state() == Poll.State.DRAFT || poll.isFinal()) continue;
        chain = chain.compose(v -> finalise(event.state().event().id(), poll));
      }
    }
    return chain;
  }

  /** The dates of an event may be wrong: nobody's poll ends while it is in use. */
  private Future<Void> finalise(String eventId, Poll poll) {
    return store.restingMs(eventId, poll.id()).compose(ms -> ms < after.toMillis() ? Future.<Void>succeededFuture()
        : changes.run(eventId, state -> PollRules.finalise(state, poll.id(), poll.rev()))
            .onSuccess(v -> LOG.info("Poll {} is finalised by itself, {} after its event", poll.id(), after)))
        .otherwiseEmpty();
  }

  private static List<Poll> polls(Loaded event) {
    return event.state().activities().values().stream().filter(Poll.class::isInstance).map(Poll.class::cast).toList();
  }
}
