package io.plenary.voting.service;

import static java.time.Instant.EPOCH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.ManualLoop;
import io.plenary.activity.Activity.State;
import io.plenary.activity.Lifecycle;
import io.plenary.activity.RoomRules;
import io.plenary.activity.Stage;
import io.plenary.activity.service.Attendance;
import io.plenary.activity.service.Connection;
import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.JoinAddress;
import io.plenary.activity.service.Joins;
import io.plenary.activity.service.Kinds;
import io.plenary.activity.service.ModelStore;
import io.plenary.activity.service.PresenceCounters;
import io.plenary.activity.service.SnapshotCache;
import io.plenary.activity.service.Snapshots;
import io.plenary.activity.service.StoreUnavailable;
import io.plenary.hub.Audience;
import io.plenary.hub.Broker.ChangeNotification;
import io.plenary.hub.Frame;
import io.plenary.hub.Hub;
import io.plenary.hub.OpenSink;
import io.plenary.hub.Outbox;
import io.plenary.hub.Topic;
import io.plenary.kinds.choice.Poll;
import io.plenary.kinds.choice.Polls;
import io.plenary.kinds.choice.service.PollKind;
import io.plenary.voting.Tally;
import io.plenary.words.Results;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The numbers of a room, from the store to every audience. */
class TalliesTest {
  /** One node with one follower per audience. */
  private static final class Node {
    final ManualLoop loop = new ManualLoop();
    final ModelStore events;
    final Connection connection;
    final EventCache board;
    final FakeBallotStore store = new FakeBallotStore();
    final Tallies tallies = new Tallies();
    final Map<Audience, List<String>> got = new EnumMap<>(Audience.class);
    final SnapshotCache feeds;
    final TallyTicker ticker;

    Node(Stage stage, Poll... polls) {
      events = new ModelStore(Polls.state(1, stage, polls));
      connection = new Connection(events);
      board = new EventCache(connection, loop.context());
      Hub hub = new Hub();
      Hub.Seat seat = hub.join(loop.vertx());
      for (Audience audience : Audience.values()) {
        got.put(audience, new ArrayList<>());
        seat.follow(
            topic(audience),
            new Outbox(new OpenSink(frame -> got.get(audience).add(frame.text())), () -> 0));
      }
      PresenceCounters numbers =
          new PresenceCounters(new Joins(null, loop.vertx(), loop.context()), new Attendance());
      board.listen(tallies::stateChanged);
      Kinds kinds = new Kinds(board);
      PollKind kind = new PollKind();
      var views = new BallotViews<>(kind, tallies, new Closings(Duration.ZERO, () -> 0));
      kinds.add(new BallotActivityKind(kind, views, hint -> {}, null));
      feeds =
          new SnapshotCache(
              board,
              new Snapshots(kinds, numbers, new JoinAddress("https://p.example"), () -> EPOCH),
              hub);
      ticker =
          new TallyTicker(
              board,
              store,
              tallies,
              new TallyFrames(tallies, feeds, hub),
              loop.vertx(),
              loop.context(),
              nanos -> {});
      ticker.start(100);
      refresh();
    }

    void refresh() {
      board.refresh(Polls.EVENT);
      loop.run();
    }

    void answer(long round, long version, long first) {
      store.looks.remove(0).answer().complete(tally(round, version, first));
      loop.run();
    }

    void clear() {
      got.values().forEach(List::clear);
    }
  }

  private static Topic topic(Audience audience) {
    return new Topic(Polls.EVENT, Polls.HALL, audience);
  }

  /** 777 and 888 stand in no other number of a message. */
  private static Tally tally(long round, long version, long first) {
    return new Tally(round, version, Map.of("o1", first, "o2", 888L), first + 888, 2, 1);
  }

  /**
   * Whatever the visibility, the state and the stage: no frame says more than its audience may
   * know.
   */
  @Property
  void nothingHiddenLeaks(
      @ForAll Results results,
      @ForAll State state,
      @ForAll boolean staged,
      @ForAll boolean joinScreen,
      @ForAll @IntRange(max = 2) int then) {
    Stage stage =
        staged ? new Stage(joinScreen ? Stage.View.JOIN : Stage.View.ACTIVITY, "p") : Stage.join();
    Node node =
        new Node(stage, Polls.poll("p", 1, 1, state, results), Polls.poll("q", State.DRAFT));
    node.loop.tick();
    while (!node.store.looks.isEmpty()) node.answer(1, 5, 777);
    for (int i = 0; i < 5; i++) node.loop.tick();
    if (then == 1) node.refresh();
    if (then == 2) node.events.become(Polls.at(node.events.state(), "e1", 9));
    node.refresh();
    for (Audience audience : Audience.values()) {
      node.got.get(audience).add(node.feeds.current(topic(audience)).text());
    }
    boolean phones =
        results == Results.EVERYONE && (state == State.OPEN || (state != State.DRAFT && staged));
    boolean screen = results != Results.HIDDEN && staged;
    assertEquals(phones, said(node, Audience.ATTENDEE, "777"));
    assertEquals(phones, said(node, Audience.ATTENDEE, "\"result\""));
    assertEquals(screen, said(node, Audience.STAGE, "777"));
    String voted =
        results == Results.HIDDEN
            ? "\"voted\":0,\"abstained\":0,\"late\":1,\"answers\":1667"
            : "\"voted\":1665,\"abstained\":2";
    assertEquals(
        staged,
        said(node, Audience.STAGE, voted),
        "how many voted; while hidden not how many of them abstained");
    assertTrue(
        said(node, Audience.ORGANISER, "[777,888,0]")
            && said(node, Audience.REMOTE, "[777,888,0]"));
    if (state == State.DRAFT) {
      assertFalse(said(node, Audience.ATTENDEE, "Question p"), "a draft reaches no attendee");
    }
    assertFalse(
        said(node, Audience.ATTENDEE, "Question q") || said(node, Audience.STAGE, "Question q"));
    for (String secret : List.of("\"rev\"", "hasVotes")) {
      assertFalse(said(node, Audience.ATTENDEE, secret) || said(node, Audience.STAGE, secret));
    }
  }

  private static boolean said(Node node, Audience audience, String text) {
    return node.got.get(audience).stream().anyMatch(t -> t.contains(text));
  }

  @Test
  void manyVotesAreOneLookAndOneFrameEachAndPhonesHaveEveryFifthTick() {
    Node node = new Node(Stage.showing("p"), Polls.poll("p", 1, 1, State.OPEN, Results.EVERYONE));
    node.loop.tick();
    node.answer(1, 1, 10);
    for (int i = 0; i < 4; i++) node.loop.tick();
    node.clear();
    for (int i = 0; i < 10_000; i++) node.ticker.moved(new ChangeNotification(Polls.EVENT, "p"));
    node.loop.tick();
    assertEquals(1, node.store.looks.size());
    node.ticker.moved(new ChangeNotification(Polls.EVENT, "p"));
    node.loop.tick();
    assertEquals(1, node.store.looks.size(), "one look at a time");
    node.answer(1, 2, 777);
    node.got.forEach(
        (audience, frames) ->
            assertEquals(audience == Audience.ATTENDEE ? 0 : 1, frames.size(), audience::name));
    node.loop.tick();
    assertEquals(1, node.store.looks.size(), "what moved meanwhile is looked at after it");
    node.answer(1, 2, 777);
    node.loop.tick();
    assertEquals(0, node.store.looks.size());
    for (int i = 0; i < 10; i++) node.loop.tick();
    node.got.forEach(
        (audience, frames) ->
            assertEquals(1, frames.size(), "nothing newer, nothing sent: " + audience));
    assertTrue(said(node, Audience.ATTENDEE, "777"));
  }

  @Test
  void aFailedLookIsMadeAgain() {
    Node node = new Node(Stage.join(), Polls.poll("p", State.OPEN));
    for (int i = 0; i < 3; i++) {
      node.loop.tick();
      assertEquals(1, node.store.looks.size());
      node.store.looks.remove(0).answer().fail(new StoreUnavailable("test"));
    }
    node.loop.tick();
    node.answer(1, 1, 777);
    assertTrue(said(node, Audience.ORGANISER, "777"));
  }

  @Test
  void aHintWithoutAPollMeansAllOfTheEvent() {
    Node node = new Node(Stage.join(), Polls.poll("p", State.OPEN), Polls.poll("q", State.LOCKED));
    node.loop.tick();
    while (!node.store.looks.isEmpty()) node.answer(1, 1, 1);
    node.ticker.moved(new ChangeNotification(Polls.EVENT, ""));
    node.ticker.moved(new ChangeNotification("unknown", ""));
    node.loop.tick();
    assertEquals(
        List.of("p", "q"),
        node.store.looks.stream().map(FakeBallotStore.Look::poll).sorted().toList(),
        "those whose numbers may move");
    while (!node.store.looks.isEmpty()) {
      node.store
          .looks
          .remove(0)
          .answer()
          .complete(new Tally(1, 2, Map.of("o1", 9L), 9, 0, 0, 9, true));
    }
    node.loop.run();
    node.ticker.moved(new ChangeNotification(Polls.EVENT, ""));
    node.loop.tick();
    assertEquals(
        List.of("p"),
        node.store.looks.stream().map(FakeBallotStore.Look::poll).sorted().toList(),
        "the one that takes votes: q is complete");
    node.answer(1, 3, 1);
    node.events.become(Polls.at(node.events.state(), "e2", 1));
    node.refresh();
    node.ticker.moved(new ChangeNotification(Polls.EVENT, ""));
    node.loop.tick();
    assertEquals(
        List.of("p", "q"),
        node.store.looks.stream().map(FakeBallotStore.Look::poll).sorted().toList());
  }

  @Test
  void theOldRoundIsNotShownAfterAReset() {
    Node node = new Node(Stage.showing("p"), Polls.poll("p", 1, 1, State.OPEN, Results.EVERYONE));
    node.loop.tick();
    node.answer(1, 4, 777);
    node.ticker.moved(new ChangeNotification(Polls.EVENT, "p"));
    node.loop.tick(); // a look is under way
    node.events.commit(Lifecycle.reset(node.events.state(), "p", 1));
    node.clear();
    node.refresh();
    assertFalse(said(node, Audience.STAGE, "777"));
    node.answer(1, 5, 777); // what it saw was before the reset
    assertFalse(said(node, Audience.STAGE, "777"));
    node.loop.tick();
    node.answer(2, 6, 3);
    assertTrue(said(node, Audience.STAGE, "[3,888,0]"));
    assertFalse(said(node, Audience.ORGANISER, "777"));
  }

  /**
   * Redis came back with less than it had (a restored back-up, another's failover): the screens
   * follow the truth.
   */
  @Test
  void anotherEpochMayCountLess() {
    Node node = new Node(Stage.showing("p"), Polls.poll("p", 1, 1, State.OPEN, Results.EVERYONE));
    node.loop.tick();
    node.answer(1, 50, 777);
    node.events.become(Polls.at(node.events.state(), "e2", 1));
    node.clear();
    node.refresh();
    String snapshot = node.got.get(Audience.STAGE).get(0);
    assertTrue(
        snapshot.contains("777") && snapshot.contains("\"version\":0"),
        "the last known numbers stay, older than any: " + snapshot);
    node.ticker.moved(new ChangeNotification(Polls.EVENT, ""));
    node.loop.tick();
    node.answer(1, 7, 555);
    assertTrue(said(node, Audience.STAGE, "[555,888,0]"));
  }

  @Test
  void aSnapshotIsEncodedOnceUntilSomethingMoves() {
    Node node = new Node(Stage.join(), Polls.poll("p", State.OPEN));
    Frame first = node.feeds.current(topic(Audience.ATTENDEE));
    assertSame(first, node.feeds.current(topic(Audience.ATTENDEE)));
    node.events.commit(Lifecycle.lock(node.events.state(), "p", 1));
    assertSame(first, node.feeds.current(topic(Audience.ATTENDEE)), "this node does not know yet");
    node.clear();
    node.refresh();
    String now = node.feeds.current(topic(Audience.ATTENDEE)).text();
    assertTrue(now.contains("\"version\":2") && now.contains("\"activity\":null"), now);
    assertEquals(List.of(now), node.got.get(Audience.ATTENDEE));
    node.got.forEach((audience, frames) -> assertEquals(1, frames.size(), audience::name));
  }

  @Test
  void aTallyThatMovedIsInTheNextSnapshot() {
    Node node = new Node(Stage.join(), Polls.poll("p", State.OPEN));
    String before = node.feeds.current(topic(Audience.ORGANISER)).text();
    node.loop.tick();
    node.answer(1, 1, 777);
    assertFalse(before.contains("777"));
    assertTrue(node.feeds.current(topic(Audience.ORGANISER)).text().contains("777"));
  }

  @Test
  void whatNobodyKnowsHasNoPicture() {
    Node node = new Node(Stage.join());
    assertNotNull(node.feeds.current(topic(Audience.STAGE)));
    assertNull(node.feeds.current(new Topic(Polls.EVENT, "nowhere", Audience.STAGE)));
    assertNull(node.feeds.current(new Topic("unknown", Polls.HALL, Audience.STAGE)));
    node.events.become(null);
    node.refresh();
    assertNull(node.feeds.current(topic(Audience.STAGE)));
  }

  @Test
  void hidingTakesTheNumbersBackAtOnce() {
    Node node = new Node(Stage.showing("p"), Polls.poll("p", 1, 1, State.OPEN, Results.EVERYONE));
    node.loop.tick();
    node.answer(1, 1, 777);
    node.events.commit(Lifecycle.show(node.events.state(), "p", 1, Results.HIDDEN));
    node.clear();
    node.refresh();
    node.ticker.moved(new ChangeNotification(Polls.EVENT, "p"));
    node.loop.tick();
    node.answer(1, 2, 777);
    assertFalse(said(node, Audience.ATTENDEE, "777") || said(node, Audience.STAGE, "777"));
    node.events.commit(RoomRules.stage(node.events.state(), Polls.HALL, Stage.View.JOIN, null));
    node.refresh();
    assertFalse(said(node, Audience.STAGE, "777"));
  }
}
