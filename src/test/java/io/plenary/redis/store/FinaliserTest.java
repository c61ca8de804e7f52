package io.plenary.redis.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.Activity.State;
import io.plenary.activity.Lifecycle;
import io.plenary.activity.service.Anonymiser;
import io.plenary.activity.service.Changes;
import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.EventStore.Key;
import io.plenary.activity.service.Finaliser;
import io.plenary.activity.service.Kinds;
import io.plenary.event.EventRules;
import io.plenary.kinds.choice.Poll;
import io.plenary.kinds.choice.Polls;
import io.plenary.kinds.choice.service.PollKind;
import io.plenary.redis.Await;
import io.plenary.redis.History;
import io.plenary.voting.Ballot;
import io.plenary.voting.service.AnonymiserStore;
import io.plenary.voting.service.BallotActivityKind;
import io.plenary.voting.service.BallotAnonymiser;
import io.plenary.voting.service.Voters;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole way to an anonymised poll on a real Redis, with every place where it may stop. */
class FinaliserTest extends StoreTest {
  private static final Duration AFTER = Duration.ofHours(48);
  private static final String POLL = "plenary:{e}:activity:";

  /** Receipts that tell whom and which key they are of: here nobody has to keep a secret. */
  static final Voters VOTERS =
      new Voters() {
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
  private RedisBallotStore polls;
  private RedisEventIndex index;
  private EventCache board;
  private Changes changes;
  private Instant now = EventRules.end(event("e", "ABCDEF").details());

  @BeforeEach
  void create() {
    Context owner = vertx.getOrCreateContext();
    events = new RedisEventStore(link, ENTROPY, FORMATS);
    polls = new RedisBallotStore(link);
    index = new RedisEventIndex(vertx, link, FORMATS);
    board = new EventCache(events, owner);
    changes = new Changes(events, board, owner);
    Await.result(
        events.create(
            event("e", "ABCDEF"),
            List.of(room("r", "p", "q", "d")),
            List.of(
                poll("p", 1, 1, State.OPEN),
                poll("q", 1, 1, State.OPEN),
                poll("d", 1, 1, State.DRAFT))));
    for (String id : List.of("p", "q")) {
      send(Command.HSET, POLL + id, "since", 1);
      Await.result(
          polls.cast(
              "e",
              id,
              List.of(
                  new Ballot("voter-1", "x", 1, 1, Polls.word("a"), 0),
                  new Ballot("voter-2", "y", 1, 1, Polls.word(), 0)),
              60_000));
    }
    Await.result(changes.run("e", s -> Lifecycle.lock(s, "q", 1)));
    send(Command.HSET, POLL + "q", "since", 1);
  }

  private State state(String id) {
    return ((Poll) Await.result(board.refresh("e")).state().activities().get(id)).state();
  }

  /** What a node does that was started just now. */
  private void look(AnonymiserStore store, Supplier<Future<Void>> history, Duration after) {
    Kinds kinds = new Kinds(board);
    kinds.add(
        new BallotActivityKind(
            new PollKind(), null, hint -> {}, new BallotAnonymiser(store, VOTERS, 0)));
    Anonymiser anonymiser = new Anonymiser(kinds, changes, history, board.failures());
    Await.result(
        new Finaliser(events, index, kinds, changes, anonymiser, board.failures(), after, () -> now)
            .look());
  }

  private void look(Duration after) {
    look(store(), new History(vertx, link)::rewrite, after);
  }

  private AnonymiserStore store() {
    return new RedisAnonymiserStore(link);
  }

  private void finalise(String id) {
    long rev = Await.result(board.refresh("e")).state().activities().get(id).rev();
    Await.result(changes.run("e", s -> Lifecycle.finalise(s, id, rev)));
    send(Command.HINCRBY, POLL + id, "lockedAt", -10);
  }

  private void assertAnonymised(String id) {
    assertEquals(State.ANONYMISED, state(id));
    assertFalse(
        dump().toString().contains(id.equals("p") ? "voter" : "nothing"), dump().toString());
    var recount = Await.result(polls.recount("e", id));
    assertTrue(recount.agrees(Polls.PAPER));
    assertEquals(2, recount.receipts().size());
    assertFalse(Await.result(board.refresh("e")).answerKeys().containsKey(id));
  }

  @Test
  void anonymisesWhatWasFinalisedAndNothingElse() {
    finalise("p");
    look(Duration.ZERO);
    assertEquals(
        List.of(State.ANONYMISED, State.LOCKED, State.DRAFT),
        List.of(state("p"), state("q"), state("d")));
    assertTrue(dump().get(POLL + "q:ballots").contains("voter-1"));
    finalise("q");
    look(Duration.ZERO);
    assertAnonymised("p");
    assertAnonymised("q");
  }

  @Test
  void whereverItStopsTheNextLookGoesOn() {
    finalise("p");
    finalise("q");
    for (Stop stop : Stop.values()) {
      Stopping stopping = new Stopping(store(), new History(vertx, link), stop);
      look(stopping, stopping::forget, Duration.ZERO);
      assertEquals(State.FINAL, state("p"), "not said to be anonymised after a stop at " + stop);
    }
    look(Duration.ZERO);
    assertAnonymised("p");
    assertAnonymised("q");
    assertEquals(
        Await.result(polls.recount("e", "p")).ballots(), List.of(Polls.word(), Polls.word("a")));
  }

  private enum Stop {
    BEFORE_READING,
    BEFORE_ANONYMISING,
    AFTER_ANONYMISING,
    BEFORE_FORGETTING,
    AFTER_FORGETTING
  }

  /** Fails at one place, as when the node or the store went away there. */
  private record Stopping(AnonymiserStore store, History history, Stop at)
      implements AnonymiserStore {
    private <T> Future<T> unless(Stop stop, Future<T> work) {
      return at == stop ? Future.failedFuture("stopped " + at) : work;
    }

    @Override
    public Future<VoterList> voters(String event, String poll) {
      return unless(Stop.BEFORE_READING, store.voters(event, poll));
    }

    @Override
    public Future<Outcome> anonymise(
        String event, String poll, VoterList of, List<String> receipts, long graceMs) {
      if (at == Stop.BEFORE_ANONYMISING) return Future.failedFuture("stopped " + at);
      return store
          .anonymise(event, poll, of, receipts, graceMs)
          .compose(o -> unless(Stop.AFTER_ANONYMISING, Future.succeededFuture(o)));
    }

    @Override
    public Future<Long> idleMillis(String event, String poll) {
      return store.idleMillis(event, poll);
    }

    private Future<Void> forget() {
      if (at == Stop.BEFORE_FORGETTING) return Future.failedFuture("stopped " + at);
      return history
          .rewrite()
          .compose(v -> unless(Stop.AFTER_FORGETTING, Future.succeededFuture()));
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
    assertEquals(State.ANONYMISED, state("p"));
    assertEquals(State.ANONYMISED, state("q"));
  }

  /** Somebody typed last year's dates. */
  @Test
  void endsNoPollThatWasInUseLately() {
    now = now.plus(Duration.ofDays(300));
    Await.result(changes.run("e", s -> Lifecycle.open(s, "q", 2)));
    look(AFTER);
    assertEquals(State.OPEN, state("q"));
    assertEquals(State.LOCKED, state("p"), "locked by opening the other, a moment ago");
    send(Command.HINCRBY, POLL + "q", "since", -AFTER.toMillis());
    now = now.plus(AFTER);
    look(AFTER);
    assertTrue(List.of(State.FINAL, State.ANONYMISED).contains(state("q")));
    assertEquals(State.LOCKED, state("p"));
  }
}
