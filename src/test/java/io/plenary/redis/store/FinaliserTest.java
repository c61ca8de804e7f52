package io.plenary.redis.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.event.EventRules;
import io.plenary.poll.Ballot;
import io.plenary.poll.Choice;
import io.plenary.poll.Poll;
import io.plenary.poll.Poll.State;
import io.plenary.poll.PollRules;
import io.plenary.poll.service.PollKind;
import io.plenary.poll.service.PollSeal;
import io.plenary.poll.service.PollSealStore;
import io.plenary.poll.service.Voters;
import io.plenary.redis.Await;
import io.plenary.redis.History;
import io.plenary.room.service.Board;
import io.plenary.room.service.Catalog;
import io.plenary.room.service.Changes;
import io.plenary.room.service.EventStore.Key;
import io.plenary.room.service.Finaliser;
import io.plenary.room.service.Kinds;
import io.plenary.room.service.RoomCodes;
import io.plenary.room.service.Sealer;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole way to a sealed poll on a real Redis, with every place where it may stop. */
class FinaliserTest extends StoreTest {
  private static final Duration AFTER = Duration.ofHours(48);
  private static final String POLL = "plenary:{e}:poll:";
  /** Receipts that tell whom and which key they are of: here nobody has to keep a secret. */
  private static final Voters VOTERS = new Voters() {
    @Override
    public String voterKey(Key poll, String participant) {
      return participant;
    }

    @Override
    public String receipt(Key poll, long round, String voterKey) {
      return voterKey + round + poll.bytes().length;
    }

    @Override
    public String receiptHash(String pollId, long round, String receipt) {
      return String.format("%064x", (pollId + receipt).hashCode());
    }
  };

  private RedisEventStore events;
  private RedisPollStore polls;
  private Board board;
  private Changes changes;
  private Catalog catalog;
  private Instant now = EventRules.end(event("e", "ABCDEF").details());

  @BeforeEach
  void create() {
    Context owner = vertx.getOrCreateContext();
    events = new RedisEventStore(link, ENTROPY);
    polls = new RedisPollStore(link);
    board = new Board(events, owner);
    changes = new Changes(events, board, owner);
    catalog = new Catalog(events, board, new Kinds(board), new RoomCodes(events, board, owner, () -> "none"), owner, () -> "x", () -> "y");
    Await.result(events.create(event("e", "ABCDEF"), List.of(room("r", "p", "q", "d")),
        List.of(poll("p", 1, 1, State.OPEN), poll("q", 1, 1, State.OPEN), poll("d", 1, 1, State.DRAFT))));
    for (String id : List.of("p", "q")) {
      send(Command.HSET, POLL + id, "since", 1);
      Await.result(polls.cast("e", id, List.of(new Ballot("voter-1", "x", 1, 1, Choice.of("a"), 0), new Ballot("voter-2", "y", 1, 1, Choice.abstaining(), 0)), 60_000));
    }
    Await.result(changes.run("e", s -> PollRules.lock(s, "q", 1)));
    send(Command.HSET, POLL + "q", "since", 1);
  }

  private State state(String id) {
    return ((Poll) Await.result(board.refresh("e")).state().activities().get(id)).state();
  }

  /** What a node does that was started just now. */
  private void look(PollSealStore store, Supplier<Future<Void>> history, Duration after) {
    Kinds kinds = new Kinds(board);
    kinds.add(new PollKind(null, hint -> {}, new PollSeal(store, VOTERS, 0)));
    Sealer sealer = new Sealer(kinds, changes, history);
    Await.result(new Finaliser(catalog, kinds, changes, sealer, after, () -> now).look());
  }

  private void look(Duration after) {
    look(store(), new History(vertx, link)::rewrite, after);
  }

  private PollSealStore store() {
    return new RedisPollSealStore(link);
  }

  private void finalise(String id) {
    long rev = Await.result(board.refresh("e")).state().activities().get(id).rev();
    Await.result(changes.run("e", s -> PollRules.finalise(s, id, rev)));
    send(Command.HINCRBY, POLL + id, "lockedAt", -10);
  }

  private void assertSealed(String id) {
    assertEquals(State.SEALED, state(id));
    assertFalse(dump().toString().contains(id.equals("p") ? "voter" : "nothing"), dump().toString());
    var recount = Await.result(polls.recount("e", id));
    assertTrue(recount.agrees());
    assertEquals(2, recount.receipts().size());
    assertFalse(Await.result(board.refresh("e")).answerKeys().containsKey(id));
  }

  @Test
  void sealsWhatWasFinalisedAndNothingElse() {
    finalise("p");
    look(Duration.ZERO);
    assertEquals(List.of(State.SEALED, State.LOCKED, State.DRAFT), List.of(state("p"), state("q"), state("d")));
    assertTrue(dump().get(POLL + "q:ballots").contains("voter-1"));
    finalise("q");
    look(Duration.ZERO);
    assertSealed("p");
    assertSealed("q");
  }

  @Test
  void whereverItStopsTheNextLookGoesOn() {
    finalise("p");
    finalise("q");
    for (Stop stop : Stop.values()) {
      Stopping stopping = new Stopping(store(), new History(vertx, link), stop);
      look(stopping, stopping::forget, Duration.ZERO);
      assertEquals(State.FINAL, state("p"), "not said to be sealed after a stop at " + stop);
    }
    look(Duration.ZERO);
    assertSealed("p");
    assertSealed("q");
    assertEquals(Await.result(polls.recount("e", "p")).ballots(), List.of(Choice.abstaining(), Choice.of("a")));
  }

  private enum Stop { BEFORE_READING, BEFORE_SEALING, AFTER_SEALING, BEFORE_FORGETTING, AFTER_FORGETTING }

  /** Fails at one place, as when the node or the store went away there. */
  private record Stopping(PollSealStore store, History history, Stop at) implements PollSealStore {
    private <T> Future<T> unless(Stop stop, Future<T> work) {
      return at == stop ? Future.failedFuture("stopped " + at) : work;
    }

    @Override
    public Future<VoterList> voters(String event, String poll) {
      return unless(Stop.BEFORE_READING, store.voters(event, poll));
    }

    @Override
    public Future<Outcome> seal(String event, String poll, VoterList of, List<String> receipts, long graceMs) {
      if (at == Stop.BEFORE_SEALING) return Future.failedFuture("stopped " + at);
      return store.seal(event, poll, of, receipts, graceMs).compose(o -> unless(Stop.AFTER_SEALING, Future.succeededFuture(o)));
    }

    @Override
    public Future<Long> restingMs(String event, String poll) {
      return store.restingMs(event, poll);
    }

    private Future<Void> forget() {
      if (at == Stop.BEFORE_FORGETTING) return Future.failedFuture("stopped " + at);
      return history.rewrite().compose(v -> unless(Stop.AFTER_FORGETTING, Future.succeededFuture()));
    }
  }

  @Test
  void finalisesByItselfOnlyLongAfterTheEvent() {
    now = now.plus(AFTER).minusSeconds(1);
    look(AFTER);
    assertEquals(State.OPEN, state("p"));
    now = now.plusSeconds(1);
    look(Duration.ZERO);
    assertEquals(State.OPEN, state("p"), "0 is never");
    look(AFTER);
    assertEquals(State.DRAFT, state("d"));
    assertTrue(((Poll) Await.result(board.refresh("e")).state().activities().get("p")).isFinal());
    send(Command.HINCRBY, POLL + "p", "lockedAt", -10);
    look(AFTER);
    assertEquals(State.SEALED, state("p"));
    assertEquals(State.SEALED, state("q"));
  }

  /** Somebody typed last year's dates. */
  @Test
  void endsNoPollThatWasInUseLately() {
    now = now.plus(Duration.ofDays(300));
    Await.result(changes.run("e", s -> PollRules.open(s, "q", 2)));
    look(AFTER);
    assertEquals(State.OPEN, state("q"));
    assertEquals(State.LOCKED, state("p"), "locked by opening the other, a moment ago");
    send(Command.HINCRBY, POLL + "q", "since", -AFTER.toMillis());
    look(AFTER);
    assertTrue(List.of(State.FINAL, State.SEALED).contains(state("q")));
    assertEquals(State.LOCKED, state("p"));
  }
}
