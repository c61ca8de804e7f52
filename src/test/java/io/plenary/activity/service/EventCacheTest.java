package io.plenary.activity.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.ManualLoop;
import io.plenary.activity.EventState;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.hub.Broker;
import io.plenary.hub.Broker.ChangeNotification;
import io.plenary.kinds.choice.Polls;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a node knows of an event, and how it comes to know more. */
class EventCacheTest {
  private static final EventState FIRST = Polls.at(Polls.state(), "e1", 5);
  private final ManualLoop loop = new ManualLoop();
  private final ModelStore store = new ModelStore(FIRST);
  private final Connection connection = new Connection(store);
  private final EventCache board = new EventCache(connection, loop.context());
  private final List<String> told = new ArrayList<>();
  private final List<ChangeNotification> moved = new ArrayList<>();

  EventCacheTest() {
    board.listen(
        (id, next) ->
            told.add(next == null ? "gone" : next.state().epoch() + ":" + next.state().version()));
  }

  private LoadedEvent refresh() {
    Future<LoadedEvent> answer = board.refresh(Polls.EVENT);
    loop.run();
    return answer.result();
  }

  @Test
  void anyNumberOfNewcomersCostOneLoadAndThenNone() {
    connection.holding = true;
    List<Future<LoadedEvent>> all = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) all.add(board.get(Polls.EVENT));
    loop.run();
    connection.release();
    loop.run();
    assertEquals(1, connection.called("load"));
    assertTrue(all.stream().allMatch(f -> f.result().state() == FIRST));
    assertSame(FIRST, board.get(Polls.EVENT).result().state());
    assertEquals(List.of("e1:5"), told);
  }

  @Test
  @DisplayName(
      "O1 an event nobody follows is let go after its last use, and is not told to be gone; whoever"
          + " comes again finds it")
  void whatNobodyFollowsIsLetGo() {
    List<String> letGo = new ArrayList<>();
    board.listen(
        new EventCache.Listener() {
          @Override
          public void changed(String eventId, LoadedEvent next) {}

          @Override
          public void letGo(String eventId, LoadedEvent last) {
            letGo.add(eventId + " " + last.state().version());
          }
        });
    refresh();
    Set<String> followed = new HashSet<>(Set.of(Polls.EVENT));
    new IdleEvents(board, () -> followed, Duration.ZERO).look();
    assertSame(FIRST, board.peek(Polls.EVENT).state(), "somebody is connected");
    followed.clear();
    new IdleEvents(board, () -> followed, Duration.ofHours(1)).look();
    assertSame(FIRST, board.peek(Polls.EVENT).state(), "used a moment ago");
    new IdleEvents(board, () -> followed, Duration.ZERO).look();
    assertNull(board.peek(Polls.EVENT));
    assertEquals(Set.of(), Set.copyOf(board.known()));
    assertEquals(List.of(Polls.EVENT + " 5"), letGo);
    assertSame(FIRST, refresh().state());
  }

  /**
   * An event that one part of the server cannot make sense of: the others go on, and so does the
   * start.
   */
  @Test
  void aListenerThatThrowsKeepsNothingFromTheOthers() {
    EventCache other = new EventCache(connection, loop.context());
    List<Long> heard = new ArrayList<>();
    other.listen(
        (id, next) -> {
          throw new ClassCastException("not as expected");
        });
    other.listen((id, next) -> heard.add(next.state().version()));
    Future<LoadedEvent> answer = other.get(Polls.EVENT);
    loop.run();
    assertTrue(answer.succeeded());
    assertSame(FIRST, other.peek(Polls.EVENT).state());
    assertEquals(List.of(5L), heard);
  }

  @Test
  void aFailedLoadIsTriedAgainByTheNextOneWhoAsks() {
    connection.away = true;
    Future<LoadedEvent> first = board.get(Polls.EVENT);
    loop.run();
    assertTrue(first.cause() instanceof StoreUnavailable);
    connection.away = false;
    Future<LoadedEvent> second = board.get(Polls.EVENT);
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
  private final List<String> channels = new ArrayList<>();
  private final List<ChangeNotification> stepped = new ArrayList<>();

  private void watch() {
    refresh();
    new VersionPoller(board, connection, moved::add, stepped::add)
        .start(
            loop.vertx(),
            new Broker() {
              @Override
              public void listen(Listener hints, Runnable gap) {
                listening[0] = hints;
                listening[1] = gap;
              }

              @Override
              public Future<Void> follow(String eventId) {
                channels.add(eventId);
                return Future.succeededFuture();
              }

              @Override
              public void leave(String eventId) {
                channels.remove(eventId);
              }
            });
    loop.tick();
    moved.clear();
    told.clear();
    connection.calls.clear();
  }

  private void hint(String event, String activity) {
    hint(event, activity, false);
  }

  private void hint(String event, String activity, boolean step) {
    ((Broker.Listener) listening[0]).heard(new ChangeNotification(event, activity), step);
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
  void answersThatMovedAreSaidAtOnceAndAfterTheTimeInWhichNoneAreHinted() {
    watch();
    ChangeNotification hint = new ChangeNotification(Polls.EVENT, "a");
    hint(Polls.EVENT, "a");
    hint("unknown", "a");
    assertEquals(List.of(hint), moved);
    loop.tick();
    assertEquals(List.of(hint, hint), moved);
    connection.answersVersion = 3;
    loop.tick();
    loop.tick();
    assertEquals(List.of(hint, hint, new ChangeNotification(Polls.EVENT, "")), moved);
  }

  @Test
  void stepsAreSaidAsSuch() {
    watch();
    ChangeNotification hint = new ChangeNotification(Polls.EVENT, "a");
    hint(Polls.EVENT, "a", true);
    assertEquals(List.of(hint), stepped);
    loop.tick();
    assertEquals(List.of(hint, hint), stepped, "what was made in silence");
    assertEquals(List.of(), moved);
  }

  @Test
  void eventsInMemoryAreFollowedAndNoOthers() {
    watch();
    assertEquals(List.of(Polls.EVENT), channels);
    board.letGo(Polls.EVENT, 0);
    loop.run();
    assertEquals(List.of(), channels);
    connection.calls.clear();
    refresh();
    loop.run();
    assertEquals(List.of(Polls.EVENT), channels);
    assertEquals(1, connection.called("versions"), "what moved before it was followed is found");
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
    assertEquals(
        List.of(new ChangeNotification(Polls.EVENT, "")),
        moved,
        "another history: every tally is in doubt");
  }

  @Test
  void aDeletedEventGoesWithoutAHint() {
    watch();
    store.become(null);
    loop.tick();
    assertEquals(List.of("gone"), told);
  }
}
