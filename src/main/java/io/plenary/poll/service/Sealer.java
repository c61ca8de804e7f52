package io.plenary.poll.service;

import io.plenary.poll.Poll;
import io.plenary.poll.PollRules;
import io.plenary.poll.service.SealStore.Outcome;
import io.plenary.poll.service.SealStore.VoterList;
import io.plenary.room.service.Changes;
import io.plenary.room.service.EventStore.Key;
import io.plenary.room.service.EventStore.Loaded;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the polls that are final anonymous for good, in steps each of which can be done again: the store seals the poll, then forgets
 * its history, then the poll is noted as sealed. Whatever stops between two steps, the next pass goes on from there, on
 * any node. Runs on one context, one pass at a time.
 */
public final class Sealer {
  private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
  private static final int TRIES = 5;

  private record Sealed(String eventId, String pollId) {}

  private final SealStore store;
  private final Changes changes;
  private final Voters voters;
  private final long graceMs;
  private String said = "";

  public Sealer(SealStore store, Changes changes, Voters voters, long graceMs) {
    this.store = store;
    this.changes = changes;
    this.voters = voters;
    this.graceMs = graceMs;
  }

  /** Looks at every poll of these events. Completes with whether all that are final are sealed now; never fails. */
  public Future<Boolean> pass(List<Loaded> events) {
    List<Sealed> done = new ArrayList<>();
    boolean[] all = {true};
    Future<Void> chain = Future.succeededFuture();
    for (Loaded event : events) {
      String eventId = event.state().event().id();
      for (Poll poll : finalOnes(event)) {
        Key key = event.answerKeys().get(poll.id());
        chain = chain.compose(v -> seal(eventId, poll, key, TRIES).otherwise(this::warn)).map(sealed -> {
          if (sealed) done.add(new Sealed(eventId, poll.id()));
          all[0] &= sealed;
          return null;
        });
      }
    }
    return chain.compose(v -> done.isEmpty() ? Future.succeededFuture() : store.forgetHistory().compose(forgotten -> note(done)))
        .map(v -> all[0]).otherwise(this::warn);
  }

  private static List<Poll> finalOnes(Loaded event) {
    return event.state().activities().values().stream().filter(Poll.class::isInstance).map(Poll.class::cast)
        .filter(p -> p.state() == Poll.State.FINAL).toList();
  }

  private Future<Boolean> seal(String eventId, Poll poll, Key key, int left) {
    return store.voters(eventId, poll.id()).compose(list -> {
      if (list == null) return Future.succeededFuture(false);
      if (list.sealed()) return Future.succeededFuture(true);
      if (key == null) return Future.failedFuture("poll " + poll.id() + " has no key, so it has no receipts");
      return store.seal(eventId, poll.id(), list, receipts(poll.id(), list, key), graceMs).compose(outcome ->
          outcome == Outcome.MOVED && left > 1 ? seal(eventId, poll, key, left - 1)
              : Future.succeededFuture(outcome == Outcome.SEALED || outcome == Outcome.ALREADY));
    });
  }

  private List<String> receipts(String pollId, VoterList list, Key key) {
    return list.keys().stream().map(voter -> voters.receipt(key, list.round(), voter))
        .map(receipt -> voters.receiptHash(pollId, list.round(), receipt)).sorted().toList();
  }

  private Future<Void> note(List<Sealed> done) {
    said = "";
    Future<Void> chain = Future.succeededFuture();
    for (Sealed poll : done) {
      chain = chain.compose(v -> changes.run(poll.eventId, state -> PollRules.seal(state, poll.pollId)))
          .onSuccess(v -> LOG.info("Poll {} is finalised: its key and single ballots are gone", poll.pollId));
    }
    return chain;
  }

  private boolean warn(Throwable e) {
    String why = String.valueOf(e.getMessage());
    if (!why.equals(said)) LOG.warn("Finalised polls are not anonymous yet, and this is tried again: {}", why);
    said = why;
    return false;
  }
}
