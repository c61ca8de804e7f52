package io.plenary.voting.service;

import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.EventFailures;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.hub.Broker.ChangeNotification;
import io.plenary.voting.BallotActivity;
import io.vertx.core.Vertx;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Has the last step of every activity published that closes, once its grace is over. When that is,
 * and what is published, the store decides, by its own clock: any number of nodes may ask, after a
 * crash the next one that knows the event. Runs on one context.
 */
public final class LastSteps {
  private static final long AGAIN_MS = 1_000;

  private final BallotStore store;
  private final Tallies tallies;
  private final Vertx vertx;
  private final long graceMs;
  private final Consumer<ChangeNotification> made;
  private final Set<ChangeNotification> waiting = new HashSet<>();
  private final EventCache board;
  private final EventFailures failures;

  /**
   * @param made told of which activity the last step was made
   */
  public LastSteps(
      EventCache board,
      BallotStore store,
      Tallies tallies,
      Vertx vertx,
      long graceMs,
      Consumer<ChangeNotification> made) {
    this.board = board;
    this.failures = board.failures();
    this.store = store;
    this.tallies = tallies;
    this.vertx = vertx;
    this.graceMs = graceMs;
    this.made = made;
  }

  public void start() {
    var owner = vertx.getOrCreateContext();
    board.listen(
        (eventId, next) ->
            owner.runOnContext(
                v -> {
                  if (next != null) check(eventId, next);
                }));
  }

  private void check(String eventId, LoadedEvent loaded) {
    loaded.state().activities().values().stream()
        .filter(BallotActivity.class::isInstance)
        .map(BallotActivity.class::cast)
        .filter(p -> p.closed() && !p.anonymised() && !tallies.of(eventId, p).complete())
        .map(p -> new ChangeNotification(eventId, p.id()))
        .filter(waiting::add)
        .forEach(this::ask);
  }

  private void ask(ChangeNotification of) {
    store
        .publishLast(of.eventId(), of.activity(), graceMs)
        .onSuccess(
            left -> {
              if (left > 0) {
                vertx.setTimer(left, id -> ask(of));
                return;
              }
              waiting.remove(of);
              if (left == 0) made.accept(of);
            })
        .onFailure(e -> failures.note("publishing the last step of ballots", of.eventId(), e))
        .onFailure(e -> vertx.setTimer(AGAIN_MS, id -> ask(of)));
  }
}
