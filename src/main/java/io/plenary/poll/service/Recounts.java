package io.plenary.poll.service;

import io.plenary.hub.Broker.Hint;
import io.plenary.poll.Poll;
import io.plenary.room.service.Board;
import io.plenary.room.service.EventStore.Loaded;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the ballots again when an event comes into memory and whenever a poll has opened or closed, and mends a tally that differs. A
 * difference is a fault of ours, and is said in the log. Runs on one context.
 */
public final class Recounts {
  private static final Logger LOG = LoggerFactory.getLogger(Recounts.class);

  private static final long AGAIN_MS = 5_000;

  private record Done(String poll, long round, long rev) {}

  private final PollStore store;
  private final Vertx vertx;
  private final long graceMs;
  private final Consumer<Hint> counted;
  private final Set<Done> done = new HashSet<>();

  /** @param counted told which poll was recounted, so that its numbers are looked at once more after the last vote in the grace */
  public Recounts(PollStore store, Vertx vertx, long graceMs, Consumer<Hint> counted) {
    this.counted = counted;
    this.store = store;
    this.vertx = vertx;
    this.graceMs = graceMs;
  }

  public void start(Board board) {
    var owner = vertx.getOrCreateContext();
    board.listen((eventId, next) -> owner.runOnContext(v -> {
      if (next != null) check(eventId, next);
    }));
  }

  private void check(String eventId, Loaded loaded) {
    loaded.state().activities().values().stream().filter(Poll.class::isInstance).map(Poll.class::cast)
        .filter(p -> p.state() != Poll.State.DRAFT)
        .map(p -> new Done(p.id(), p.round(), p.rev()))
        .filter(done::add)
        .forEach(d -> vertx.setTimer(graceMs + 1, id -> recount(eventId, d)));
  }

  private void recount(String eventId, Done which) {
    store.recount(eventId, which.poll).compose(found -> {
      if (found == null || found.agrees()) return Future.succeededFuture();
      LOG.error("Tally of poll {} differs from its {} ballots; mended", which.poll, found.ballots().size());
      return store.repair(eventId, which.poll);
    })
        .onSuccess(mended -> counted.accept(new Hint(eventId, which.poll)))
        .onFailure(e -> vertx.setTimer(AGAIN_MS, id -> recount(eventId, which)));
  }
}
