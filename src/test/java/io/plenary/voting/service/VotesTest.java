package io.plenary.voting.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.ManualLoop;
import io.plenary.activity.Lifecycle;
import io.plenary.activity.service.Connection;
import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.EventStore.Key;
import io.plenary.activity.service.ModelStore;
import io.plenary.activity.service.StoreUnavailable;
import io.plenary.hub.Broker.ChangeNotification;
import io.plenary.kinds.choice.Poll;
import io.plenary.kinds.choice.Polls;
import io.plenary.protocol.BallotMessage.CastVote;
import io.plenary.protocol.ErrorCode;
import io.plenary.protocol.ServerMessage;
import io.plenary.protocol.ServerMessage.VoteCounted;
import io.plenary.protocol.ServerMessage.VoteRefused;
import io.plenary.protocol.Wire;
import io.plenary.voting.service.BallotStore.Cast;
import io.plenary.voting.service.BallotStore.Outcome;
import io.plenary.voting.service.BallotStore.Standing;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VotesTest {
  private final ManualLoop loop = new ManualLoop();
  private final ModelStore events =
      new ModelStore(
          Polls.state(Polls.poll("p", Poll.State.OPEN), Polls.poll("d", Poll.State.DRAFT)));
  private final Connection connection = new Connection(events);
  private final EventCache board = new EventCache(connection, loop.context());
  private final FakeBallotStore store = new FakeBallotStore();
  private final List<ChangeNotification> counted = new ArrayList<>();
  private final Votes votes =
      new Votes(
          board,
          new VoteBatcher(store, loop.context(), 10, 0),
          new Voters() {
            @Override
            public String voterKey(Key poll, String participant) {
              return "key of "
                  + participant
                  + " in "
                  + new String(poll.bytes(), StandardCharsets.UTF_8);
            }

            @Override
            public String receipt(Key poll, long round, String voterKey) {
              return "receipt " + round;
            }

            @Override
            public String receiptHash(String pollId, long round, String receipt) {
              return "hash of " + receipt;
            }
          },
          (hint, step) -> counted.add(hint));

  @BeforeEach
  void know() {
    board.refresh(Polls.EVENT);
    loop.run();
    connection.calls.clear();
  }

  private static CastVote vote(String poll, long round, String... options) {
    return new CastVote(
        11, poll, round, "vote-id-0123456789", 3, List.of(options), options.length == 0, 40);
  }

  private Future<ServerMessage> cast(CastVote vote) {
    Future<ServerMessage> answer = votes.cast(Polls.EVENT, "someone", vote);
    loop.run();
    return answer;
  }

  private ErrorCode refused(CastVote vote) {
    VoteRefused refused = (VoteRefused) cast(vote).result();
    assertEquals(
        List.of(vote.ref(), vote.round(), vote.seq()),
        List.of(refused.ref(), refused.round(), refused.seq()));
    assertEquals(vote.vote(), refused.vote());
    assertFalse(refused.message().isBlank());
    return refused.code();
  }

  @Test
  void isCountedOnlyAfterTheStoresAnswer() {
    Future<ServerMessage> answer = cast(vote("p", 1, "o2", "o1"));
    assertFalse(answer.isComplete());
    assertEquals(List.of(), counted);
    var ballot = store.batches.get(0).ballots().get(0);
    assertEquals("key of someone in p", ballot.voter());
    assertEquals("o1,o2", ballot.ballot());
    assertEquals(List.of(3L, 1L, 40L), List.of(ballot.seq(), ballot.round(), ballot.heldMs()));
    store.answer(0);
    assertEquals(
        new VoteCounted(11, "p", 1, "vote-id-0123456789", 3, "receipt 1"), answer.result());
    assertEquals(List.of(new ChangeNotification(Polls.EVENT, "p")), counted);
  }

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void saysWhatBecameOfIt(Outcome outcome) {
    Future<ServerMessage> answer = cast(vote("p", 1, "o1"));
    store.answerWith(
        0,
        List.of(
            new Cast(
                outcome, outcome == Outcome.SUPERSEDED ? new Standing(9, Polls.word()) : null)));
    boolean counts = outcome == Outcome.COUNTED || outcome == Outcome.REPEATED;
    assertEquals(counts, answer.result() instanceof VoteCounted);
    if (counts) return;
    VoteRefused refused = (VoteRefused) answer.result();
    ErrorCode code =
        switch (outcome) {
          case LATE -> ErrorCode.TOO_LATE;
          case GONE -> ErrorCode.UNKNOWN_ACTIVITY;
          default -> ErrorCode.valueOf(outcome.name());
        };
    assertEquals(code, refused.code());
    if (outcome == Outcome.SUPERSEDED) {
      assertEquals(new Wire.CountedVote(9, List.of(), true, "receipt 1"), refused.counted());
    } else {
      assertNull(refused.counted());
    }
  }

  @Test
  void theStoreBeingAwayIsNoRefusal() {
    Future<ServerMessage> answer = cast(vote("p", 1, "o1"));
    store.fail(0, new StoreUnavailable("test"));
    ServerMessage.Error error = (ServerMessage.Error) answer.result();
    assertEquals(ErrorCode.TRY_AGAIN, error.code());
    assertEquals(11, error.ref());
    connection.away = true;
    assertEquals(
        ErrorCode.TRY_AGAIN,
        ((ServerMessage.Error) cast(vote("p", 2, "o1")).result()).code(),
        "a refusal cannot be made sure of");
    Future<ServerMessage> faulty = cast(vote("p", 1, "o1"));
    store.fail(0, new IllegalStateException("test"));
    assertEquals(ErrorCode.BUSY, ((ServerMessage.Error) faulty.result()).code());
  }

  @Test
  void aBadChoiceNeverTroublesTheStore() {
    assertEquals(ErrorCode.BAD_ANSWER, refused(vote("p", 1, "o9")));
    assertEquals(ErrorCode.BAD_ANSWER, refused(vote("p", 1, "o1", "o2", "o3")));
    assertEquals(0, connection.called("load"));
    assertTrue(store.batches.isEmpty());
  }

  @Test
  void refusesForGoodOnlyOnWhatIsStored() {
    assertEquals(ErrorCode.NOT_OPEN, refused(vote("d", 1, "o1")));
    assertEquals(ErrorCode.ACTIVITY_CHANGED, refused(vote("p", 2, "o1")));
    assertEquals(ErrorCode.UNKNOWN_ACTIVITY, refused(vote("gone", 1, "o1")));
    assertEquals(3, connection.called("load"));
    assertTrue(store.batches.isEmpty());
    events.commit(Lifecycle.open(events.state(), "d", 1)); // on another node
    Future<ServerMessage> answer = cast(vote("d", 1, "o1"));
    store.answer(0);
    assertTrue(answer.result() instanceof VoteCounted);
  }

  @Test
  void anEventThatIsGoneIsSaidToBe() {
    events.become(null);
    board.refresh(Polls.EVENT);
    loop.run();
    assertEquals(ErrorCode.UNKNOWN_ACTIVITY, refused(vote("p", 1, "o1")));
  }
}
