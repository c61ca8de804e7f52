package io.plenary.activity.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.ManualLoop;
import io.plenary.activity.Change;
import io.plenary.activity.EventState;
import io.plenary.activity.Lifecycle;
import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.kinds.choice.Poll;
import io.plenary.kinds.choice.Polls;
import io.plenary.words.Results;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangesTest {
  private final ManualLoop loop = new ManualLoop();
  private final ModelStore store =
      new ModelStore(
          Polls.state(Polls.poll("a", Poll.State.DRAFT), Polls.poll("b", Poll.State.DRAFT)));
  private final Connection connection = new Connection(store);
  private final EventCache board = new EventCache(connection, loop.context());
  private final Changes changes = new Changes(connection, board, loop.context());

  @BeforeEach
  void know() {
    board.refresh(Polls.EVENT);
    loop.run();
    connection.calls.clear();
  }

  private Future<Void> run(Function<EventState, Change> rule) {
    Future<Void> answer = changes.run(Polls.EVENT, rule);
    loop.run();
    return answer;
  }

  private static Reason reason(Future<?> answer) {
    return ((RuleViolation) answer.cause()).reason();
  }

  /** Somebody on another node. */
  private void elsewhere(Function<EventState, Change> rule) {
    assertEquals(EventStore.Outcome.COMMITTED, store.commit(rule.apply(store.state())));
  }

  @Test
  void isDoneWhenThisNodeShowsIt() {
    assertTrue(run(s -> Lifecycle.open(s, "a", 1)).succeeded());
    assertTrue(Polls.in(board.peek(Polls.EVENT).state(), "a").open());
  }

  @Test
  void decidesAgainWhenSomebodyWasFaster() {
    List<Long> versions = new ArrayList<>();
    connection.beforeCommit = () -> elsewhere(s -> Lifecycle.open(s, "a", 1));
    assertTrue(
        run(s -> {
              versions.add(s.version());
              return Lifecycle.open(s, "b", 1);
            })
            .succeeded());
    assertEquals(List.of(1L, 2L), versions);
    assertFalse(Polls.in(store.state(), "a").open());
    assertTrue(Polls.in(store.state(), "b").open());
  }

  @Test
  void refusesOnlyOnWhatIsStored() {
    elsewhere(s -> Lifecycle.open(s, "a", 1));
    assertTrue(
        run(s -> Lifecycle.lock(s, "a", 2)).succeeded(), "in memory it is a draft of revision 1");
    assertEquals(Reason.WRONG_STATE, reason(run(s -> Lifecycle.lock(s, "b", 1))));
    assertEquals(Reason.CONFLICT, reason(run(s -> Lifecycle.show(s, "a", 1, Results.STAGE))));
  }

  @Test
  void thereIsNothingToDoOnlyOnWhatIsStored() {
    run(s -> Lifecycle.open(s, "a", 1));
    elsewhere(s -> Lifecycle.lock(s, "a", 2));
    assertTrue(run(s -> Lifecycle.open(s, "a", 3)).succeeded(), "in memory it is open");
    assertTrue(Polls.in(store.state(), "a").open(), "said to be done, but it is not");
  }

  @Test
  void saysWhenVotesAreIn() {
    store.answers.put("a", 1);
    assertEquals(
        Reason.HAS_VOTES, reason(run(s -> Lifecycle.edit(s, "a", 1, Polls.draft("Other")))));
    assertEquals(1, store.history.size());
  }

  @Test
  void givesUpWhenOthersAreAlwaysFaster() {
    Runnable[] again = new Runnable[1];
    again[0] =
        () -> {
          elsewhere(
              s ->
                  Lifecycle.show(
                      s,
                      "b",
                      Polls.in(s, "b").rev(),
                      Polls.in(s, "b").results() == Results.STAGE
                          ? Results.HIDDEN
                          : Results.STAGE));
          connection.beforeCommit = again[0];
        };
    connection.beforeCommit = again[0];
    assertEquals(
        Reason.CONFLICT,
        reason(run(s -> Lifecycle.show(s, "b", Polls.in(s, "b").rev(), Results.EVERYONE))));
    assertEquals(8, connection.called("commit"));
  }

  @Test
  void anEventThatIsGoneIsSaidToBe() {
    store.become(null);
    assertEquals(Reason.UNKNOWN_ROOM, reason(run(s -> Lifecycle.open(s, "a", 1))));
    assertEquals(null, board.peek(Polls.EVENT));
  }

  @Test
  void theStoreBeingAwayPassesThrough() {
    connection.away = true;
    assertTrue(run(s -> Lifecycle.open(s, "a", 1)).cause() instanceof StoreUnavailable);
    assertTrue(
        run(s -> Lifecycle.lock(s, "a", 1)).cause() instanceof StoreUnavailable,
        "a refusal cannot be made sure of");
    connection.away = false;
    assertTrue(run(s -> Lifecycle.open(s, "a", 1)).succeeded());
  }

  @Test
  void whatIsStoredIsDoneThoughTheStoreGoesAwayThen() {
    connection.afterCommit = () -> connection.away = true;
    assertTrue(
        run(s -> Lifecycle.create(s, Polls.HALL, "n", Polls.draft("New"), null)).succeeded(),
        "said again, it would make a second poll");
    assertTrue(store.state().activities().containsKey("n"));
  }

  @Test
  void aPollIsMadeOnceUnderItsIdThoughTheAnswerWasLost() {
    Function<EventState, Change> make =
        s -> Lifecycle.create(s, Polls.HALL, "n", Polls.draft("New"), null);
    Function<EventState, Change> copy = s -> Lifecycle.duplicate(s, "a", "m");
    elsewhere(make); // stored, but nobody was told
    elsewhere(copy);
    assertTrue(run(make).succeeded());
    elsewhere(s -> Lifecycle.delete(s, "a", 1));
    assertTrue(run(copy).succeeded());
    assertEquals(Set.of("b", "m", "n"), store.state().activities().keySet());
    assertEquals(
        Reason.CONFLICT,
        reason(run(s -> Lifecycle.create(s, Polls.HALL, "n", Polls.draft("Other words"), null))));
    assertEquals("New", Polls.in(store.state(), "n").question().text());
  }

  @Test
  void aFaultOfOursFailsAndDoesNotHang() {
    IllegalStateException fault = new IllegalStateException("test");
    assertSame(
        fault,
        run(s -> {
              throw fault;
            })
            .cause());
  }
}
