package io.plenary.room.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.ManualLoop;
import io.plenary.hub.Broker.Hint;
import io.plenary.poll.Polls;
import io.plenary.room.EventState;
import io.plenary.room.service.EventStore.Loaded;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a node knows of an event, and how it comes to know more. */
class BoardTest {
  private static final EventState FIRST = Polls.at(Polls.state(), "e1", 5);
  private final ManualLoop loop = new ManualLoop();
  private final ModelStore store = new ModelStore(FIRST);
  private final Connection connection = new Connection(store);
  private final Board board = new Board(connection, loop.context());
  private final List<String> told = new ArrayList<>();
  private final List<Hint> moved = new ArrayList<>();

  BoardTest() {
    board.listen((id, next) -> told.add(next == null ? "gone" : next.state().epoch() + ":" + next.state().version()));
  }

  private Loaded refresh() {
    Future<Loaded> answer = board.refresh(Polls.EVENT);
    loop.run();
    return answer.result();
  }

  @Test
  void anyNumberOfNewcomersCostOneLoadAndThenNone() {
    connection.holding = true;
    List<Future<Loaded>> all = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) all.add(board.get(Polls.EVENT));
    loop.run();
    connection.release();
    loop.run();
    assertEquals(1, connection.called("load"));
    assertTrue(all.stream().allMatch(f -> f.result().state() == FIRST));
    assertSame(FIRST, board.get(Polls.EVENT).result().state());
    assertEquals(List.of("e1:5"), told);
  }

  /** An event that one part of the server cannot make sense of: the others go on, and so does the start. */
  @Test
  void aListenerThatThrowsKeepsNothingFromTheOthers() {
    Board other = new Board(connection, loop.context());
    List<Long> heard = new ArrayList<>();
    other.listen((id, next) -> {
      throw new ClassCastException("not as expected");
    });
    other.listen((id, next) -> heard.add(next.state().version()));
    Future<Loaded> answer = other.get(Polls.EVENT);
    loop.run();
    assertTrue(answer.succeeded());
    assertSame(FIRST, other.peek(Polls.EVENT).state());
    assertEquals(List.of(5L), heard);
  }

  @Test
  void aFailedLoadIsTriedAgainByTheNextOneWhoAsks() {
    connection.away = true;
    Future<Loaded> first = board.get(Polls.EVENT);
    loop.run();
    assertTrue(first.cause() instanceof StoreAway);
    connection.away = false;
    Future<Loaded> second = board.get(Polls.EVENT);
    loop.run();
    assertTrue(second.succeeded());
  }

  @Test
  void anEventThatIsNotThereIsNull() {
    store.become(null);
    assertNull(refresh());
    assertEquals(List.of(), told);
  }

  @Test
  void newerWinsAndOlderIsNotShown() {
    refresh();
    store.become(Polls.at(FIRST, "e1", 4));
    assertEquals(5, refresh().state().version(), "answers with what it knows");
    store.become(Polls.at(FIRST, "e1", 5));
    assertSame(FIRST, refresh().state());
    store.become(Polls.at(FIRST, "e1", 6));
    refresh();
    assertEquals(List.of("e1:5", "e1:6"), told);
  }

  @Test
  void anotherEpochReplacesWhateverItsVersion() {
    refresh();
    store.become(Polls.at(FIRST, "e2", 1));
    refresh();
    assertEquals(1, board.peek(Polls.EVENT).state().version());
    assertEquals(List.of("e1:5", "e2:1"), told);
  }

  @Test
  void whatIsGoneIsForgottenOnce() {
    refresh();
    store.become(null);
    refresh();
    refresh();
    assertNull(board.peek(Polls.EVENT));
    assertTrue(board.known().isEmpty());
    assertEquals(List.of("e1:5", "gone"), told);
  }

  // --- the watch ---

  private final Object[] listening = new Object[2];

  private void watch() {
    refresh();
    new Watch(board, connection, moved::add).start(loop.vertx(), (hints, gap) -> {
      listening[0] = hints;
      listening[1] = gap;
    });
    loop.tick();
    moved.clear();
    told.clear();
    connection.calls.clear();
  }

  @SuppressWarnings("unchecked")
  private void hint(String event, String activity) {
    ((Consumer<Hint>) listening[0]).accept(new Hint(event, activity));
    loop.run();
  }

  @Test
  void aHintIsFollowedAtOnceAndALostOneIsHealedByTheLook() {
    watch();
    store.become(Polls.at(FIRST, "e1", 6));
    hint(Polls.EVENT, "");
    assertEquals(List.of("e1:6"), told);
    store.become(Polls.at(FIRST, "e1", 7));
    assertEquals(6, board.peek(Polls.EVENT).state().version());
    loop.tick();
    assertEquals(7, board.peek(Polls.EVENT).state().version());
  }

  @Test
  void aQuietEventCostsNoLoad() {
    watch();
    for (int i = 0; i < 5; i++) loop.tick();
    assertEquals(5, connection.called("versions"));
    assertEquals(0, connection.called("load"));
    assertEquals(List.of(), moved);
  }

  @Test
  void answersThatMovedAreSaidOnce() {
    watch();
    hint(Polls.EVENT, "a");
    hint("unknown", "a");
    assertEquals(List.of(new Hint(Polls.EVENT, "a")), moved);
    connection.answersVersion = 3;
    loop.tick();
    loop.tick();
    assertEquals(List.of(new Hint(Polls.EVENT, "a"), new Hint(Polls.EVENT, "")), moved);
  }

  @Test
  void afterAGapOrAnAbsenceItLooksAgain() {
    watch();
    connection.away = true;
    store.become(Polls.at(FIRST, "e2", 1));
    loop.tick();
    assertEquals(List.of(), told);
    connection.away = false;
    ((Runnable) listening[1]).run();
    loop.run();
    assertEquals(List.of("e2:1"), told);
    assertEquals(List.of(new Hint(Polls.EVENT, "")), moved, "another history: every tally is in doubt");
  }

  @Test
  void aDeletedEventGoesWithoutAHint() {
    watch();
    store.become(null);
    loop.tick();
    assertEquals(List.of("gone"), told);
  }
}
