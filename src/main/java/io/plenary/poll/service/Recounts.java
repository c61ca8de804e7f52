package io.plenary.poll.service;

import io.plenary.poll.Poll;
import io.plenary.room.service.Board;
import io.plenary.room.service.EventStore.Loaded;
import io.vertx.core.Vertx;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the ballots again when an event comes into memory and whenever a poll has opened or closed, and mends a tally that differs. A
 * difference is a fault of ours, and is said in the log. Runs on one context.
 */
public final class Recounts {
  private static final Logger LOG = LoggerFactory.getLogger(Recounts.class);

  private record Done(String poll, long round, long rev) {}

  private final PollStore store;
  private final Vertx vertx;
  private final long graceMs;
  private final Set<Done> done = new HashSet<>();

  public Recounts(PollStore store, Vertx vertx, long graceMs) {
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
        .filter(p -> done.add(new Done(p.id(), p.round(), p.rev())))
        .forEach(p -> vertx.setTimer(graceMs + 1, id -> recount(eventId, p.id())));
  }

  private void recount(String eventId, String pollId) {
    store.recount(eventId, pollId).onSuccess(found -> {
      if (found == null || found.agrees()) return;
      LOG.error("Tally of poll {} differs from its {} ballots; mended", pollId, found.ballots().size());
      store.repair(eventId, pollId);
    });
  }
}
