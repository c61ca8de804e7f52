package io.plenary.voting.service;

import io.plenary.activity.Activity;
import io.plenary.activity.ActivityRef;
import io.plenary.activity.service.Claims;
import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.EventFailures;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.activity.service.Turns;
import io.plenary.hub.Broker.ChangeNotification;
import io.plenary.voting.BallotActivity;
import io.plenary.voting.BallotPaper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the ballots again when an event comes into memory and whenever an activity has opened or
 * closed, one after the other, and mends a tally that differs. One node does it for all that have
 * the event, and what was counted a while ago is not counted again before it moves. A difference is
 * a fault of ours, and is said in the log. Runs on one context.
 */
public final class Recounts {
  private static final Logger LOG = LoggerFactory.getLogger(Recounts.class);

  private static final long AGAIN_MS = 5_000;

  /** Another node is at it. */
  private static final long ELSEWHERE_MS = 2_000;

  private static final Duration KNOWN = Duration.ofMinutes(10);

  private record Done(ActivityRef activity, String epoch, long round, long rev) {
    /** In another epoch the store may have another history. */
    String piece() {
      return epoch + " " + round + " " + rev;
    }
  }

  private final BallotStore store;
  private final Claims claims;
  private final Vertx vertx;
  private final long graceMs;
  private final Consumer<ChangeNotification> counted;
  private final Turns turns;
  private final Set<Done> done = new HashSet<>();
  private final EventCache board;
  private final EventFailures failures;

  /**
   * @param counted told which activity was recounted, so that its numbers are looked at once more
   *     after the last vote in the grace
   */
  public Recounts(
      EventCache board,
      BallotStore store,
      Claims claims,
      Vertx vertx,
      long graceMs,
      Consumer<ChangeNotification> counted) {
    this.counted = counted;
    this.board = board;
    this.failures = board.failures();
    this.store = store;
    this.claims = claims;
    this.vertx = vertx;
    this.turns = new Turns(vertx.getOrCreateContext());
    this.graceMs = graceMs;
  }

  public void start() {
    var owner = vertx.getOrCreateContext();
    board.listen(
        (eventId, next) ->
            owner.runOnContext(
                v -> {
                  // Of an event that was dropped, or is gone, nothing is remembered: it is counted
                  // again when it comes back.
                  done.removeIf(
                      d ->
                          d.activity.event().equals(eventId)
                              && (next == null
                                  || !next.state().activities().containsKey(d.activity.id())));
                  if (next != null) check(eventId, next);
                }));
  }

  private void check(String eventId, LoadedEvent loaded) {
    loaded.state().activities().values().stream()
        .filter(BallotActivity.class::isInstance)
        .map(BallotActivity.class::cast)
        .filter(p -> p.state() != Activity.State.DRAFT)
        .forEach(
            p -> {
              ActivityRef ref = new ActivityRef(eventId, p.id());
              Done which = new Done(ref, loaded.state().epoch(), p.round(), p.rev());
              if (done.add(which)) vertx.setTimer(graceMs + 1, id -> recount(which, p.paper()));
            });
  }

  private void recount(Done which, BallotPaper<?, ?> paper) {
    if (!done.contains(which)) return;
    claims
        .once(which.activity, which.piece(), KNOWN, () -> turns.take(() -> counted(which, paper)))
        .onSuccess(
            isDone -> {
              if (!isDone) {
                vertx.setTimer(ELSEWHERE_MS, id -> recount(which, paper));
                return;
              }
              counted.accept(new ChangeNotification(which.activity.event(), which.activity.id()));
            })
        .onFailure(e -> failures.note("recounting ballots", which.activity.event(), e))
        .onFailure(e -> vertx.setTimer(AGAIN_MS, id -> recount(which, paper)));
  }

  private Future<Void> counted(Done which, BallotPaper<?, ?> paper) {
    return store
        .recount(which.activity.event(), which.activity.id())
        .compose(
            found -> {
              // Of another round it is counted by itself, under that round's settings.
              boolean right =
                  found == null || found.tally().round() != which.round || found.agrees(paper);
              if (right) return Future.succeededFuture();
              LOG.error(
                  "Tally of activity {} differs from its {} ballots; mended",
                  which.activity.id(),
                  found.ballots().size());
              return store.repair(which.activity.event(), which.activity.id(), paper);
            });
  }
}
