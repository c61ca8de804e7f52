package io.plenary.redis.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.Activity.State;
import io.plenary.activity.Arrangement;
import io.plenary.activity.Change;
import io.plenary.activity.Change.Answers;
import io.plenary.activity.Change.DropActivity;
import io.plenary.activity.Change.PutActivity;
import io.plenary.activity.Change.PutEvent;
import io.plenary.activity.Change.PutRoom;
import io.plenary.activity.Room;
import io.plenary.activity.Stage;
import io.plenary.activity.service.EventStore;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.activity.service.EventStore.Outcome;
import io.plenary.activity.service.EventStore.Versions;
import io.plenary.event.Ending;
import io.plenary.event.Ending.Phase;
import io.plenary.event.Event;
import io.plenary.kinds.choice.Poll;
import io.plenary.kinds.choice.Polls;
import io.plenary.redis.Await;
import io.plenary.voting.Ballot;
import io.plenary.voting.BallotActivity;
import io.plenary.words.Theme;
import io.vertx.redis.client.Command;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisEventStoreTest extends StoreTest {
  private RedisEventStore events;
  private RedisBallotStore polls;
  private final Event event = event("e1", "H7K2MQ");
  private final Room main = room("r1", "p1", "p2");
  private final Room side = room("r0");
  private final Poll p1 = poll("p1", 1, 1, State.DRAFT);
  private final Poll p2 = poll("p2", 1, 1, State.OPEN);

  @BeforeEach
  void create() {
    events = new RedisEventStore(link, ENTROPY, FORMATS);
    polls = new RedisBallotStore(link);
    assertTrue(Await.result(events.create(event, List.of(main, side), List.of(p1, p2))));
  }

  private LoadedEvent load() {
    return Await.result(events.load("e1"));
  }

  private Outcome commit(Change.Write... writes) {
    return Await.result(events.commit("e1", Change.of(writes)));
  }

  private void vote(String poll, long round) {
    Await.result(
        polls.cast(
            "e1", poll, List.of(new Ballot("voter", "vote", 1, round, Polls.word("a"), 0)), 2000));
  }

  @Test
  void whatWasCreatedComesBackWhole() {
    LoadedEvent loaded = load();
    assertEquals(event, loaded.state().event());
    assertEquals(List.of(main, side), loaded.state().rooms());
    assertEquals(Map.of("p1", p1, "p2", p2), loaded.state().activities());
    assertEquals(1, loaded.state().version());
    assertEquals(link.epoch(), loaded.state().epoch());
    assertEquals(Set.of("r0", "r1"), loaded.links().stage().keySet());
    Set<String> secrets = new HashSet<>(loaded.links().stage().values());
    secrets.addAll(loaded.links().remote().values());
    assertEquals(4, secrets.size());
    assertTrue(secrets.stream().allMatch(s -> s.matches("[A-Za-z0-9_-]{22}")));
    assertEquals(32, loaded.answerKeys().get("p1").bytes().length);
    assertEquals(Set.of("p1", "p2"), loaded.answerKeys().keySet());
    assertEquals(new Versions(link.epoch(), 1, 0), Await.result(events.versions("e1")));
    assertEquals(new EventStore.Place("e1", null), Await.result(events.byCode("H7K2MQ")));
    assertEquals("[e1]", send(Command.ZRANGE, "plenary:events:days", 0, -1).toString());
  }

  @Test
  void whatTheEndClosedAndHowAStageIsArrangedComeBack() {
    Event ended = event.with(new Ending(Phase.ENDED, Set.of("p2", "q")));
    Stage arranged =
        new Stage(
            Stage.View.JOIN, "p2", new Arrangement(true, 125, Theme.LIGHT, 1_764_425_000_000L));
    commit(new PutEvent(ended), new PutRoom(main.with(arranged)));
    assertEquals(ended, load().state().event());
    assertEquals(arranged, load().state().room("r1").stage());
    commit(
        new PutEvent(ended.with(Ending.NONE)), new PutRoom(main.with(arranged).with(main.stage())));
    assertEquals(Ending.NONE, load().state().event().ending());
    assertEquals(Arrangement.PLAIN, load().state().room("r1").stage().arrangement());
  }

  @Test
  void whenSomethingWasOpenedLastIsKeptUntilItIsADraftAgain() {
    assertEquals(Set.of("p2"), load().state().opened().keySet());
    long first = load().state().openedAt(p2);
    assertTrue(Math.abs(System.currentTimeMillis() - first) < 60_000, "by the clock of the store");
    BallotActivity locked = p2.with(State.LOCKED);
    commit(new PutActivity(p1.with(State.OPEN), Answers.KEEP));
    commit(new PutActivity(locked, Answers.KEEP));
    assertEquals(Set.of("p1", "p2"), load().state().opened().keySet());
    assertEquals(first, load().state().openedAt(p2));
    Await.until(() -> System.currentTimeMillis() > first + 1);
    BallotActivity again = locked.with(State.OPEN);
    commit(new PutActivity(again, Answers.KEEP));
    assertTrue(load().state().openedAt(p2) > first);
    commit(new PutActivity(again.again(), Answers.DELETE));
    commit(new DropActivity(p1.with(State.OPEN)));
    assertEquals(Map.of(), load().state().opened());
  }

  /** What an older version wrote has no word of what stands. */
  @Test
  void aRoomFromBeforeHasNothingAlwaysOn() {
    send(
        Command.HSET,
        "plenary:{e1}:state",
        "room:r1",
        "{\"id\":\"r1\",\"rev\":1,\"name\":\"Main"
            + " hall\",\"runOrder\":[\"p1\",\"p2\"],\"view\":\"JOIN\",\"shown\":null}");
    assertEquals(List.of(main, side), load().state().rooms());
    Room next = new Room("r1", 2, "Main hall", List.of("p1"), List.of("p2"), Stage.join());
    assertEquals(Outcome.COMMITTED, commit(new PutRoom(next)));
    assertEquals(next, load().state().room("r1"));
  }

  @Test
  void unknownEventsAreNothing() {
    assertNull(Await.result(events.load("nope")));
    assertNull(Await.result(events.versions("nope")));
    assertNull(Await.result(events.byCode("NOPE")));
    assertEquals(Outcome.GONE, Await.result(events.commit("nope", Change.of(new PutRoom(main)))));
    assertEquals(Outcome.GONE, Await.result(events.replaceLink("nope", "r1", "stage")));
    Await.result(events.delete("nope"));
    assertEquals(1, send(Command.ZCARD, "plenary:events:days").toInteger());
  }

  @Test
  void takenCodeWritesNothingAndTheSameCallAgainIsFine() {
    Set<String> before = keys();
    assertFalse(
        Await.result(
            events.create(
                event("e2", "H7K2MQ"),
                List.of(room("r9")),
                List.of(poll("p9", 1, 1, State.DRAFT)))));
    assertEquals(before, keys());
    LoadedEvent first = load();
    assertTrue(Await.result(events.create(event, List.of(main, side), List.of(p1, p2))));
    assertEquals(first.links(), load().links());
    assertFalse(Await.result(events.create(event("e1", "OTHER2"), List.of(room("r9")), List.of())));
    assertEquals(before, keys());
  }

  @Test
  void commitWritesAllAndRaisesTheVersionOnce() {
    Poll opened = poll("p1", 2, 1, State.OPEN);
    Room staged = main.with(Stage.showing("p1"));
    Event renamed = event.with(event.details());
    assertEquals(
        Outcome.COMMITTED,
        commit(
            new PutActivity(p2.lock(), Answers.KEEP),
            new PutActivity(opened, Answers.KEEP),
            new PutRoom(staged),
            new PutEvent(renamed)));
    LoadedEvent loaded = load();
    assertEquals(2, loaded.state().version());
    assertEquals(Map.of("p1", opened, "p2", p2.lock()), loaded.state().activities());
    assertEquals(List.of(staged, side), loaded.state().rooms());
    assertEquals(renamed, loaded.state().event());
    assertEquals(0, Await.result(events.versions("e1")).answers());
  }

  @Test
  void oneStaleRevisionLeavesNothingWritten() {
    Map<String, String> before = dump();
    Room staged = main.with(Stage.showing("p1"));
    List<Change.Write> stale =
        List.of(
            new PutActivity(poll("p1", 3, 1, State.OPEN), Answers.KEEP),
            new PutActivity(p1, Answers.KEEP),
            new PutRoom(new Room("r1", 3, "x", List.of(), Stage.join())),
            new PutRoom(room("r7")),
            new PutEvent(new Event("e1", 3, "H7K2MQ", event.details())),
            new DropActivity(poll("p1", 2, 1, State.DRAFT)),
            new PutActivity(poll("new", 2, 1, State.DRAFT), Answers.KEEP));
    for (Change.Write write : stale) {
      assertEquals(
          Outcome.CONFLICT,
          commit(new PutActivity(p2.lock(), Answers.KEEP), new PutRoom(staged), write),
          write.toString());
      assertEquals(before, dump());
    }
  }

  @Test
  void ofTwoAtOnceOneWins() {
    List<io.vertx.core.Future<Outcome>> both = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      both.add(
          events.commit(
              "e1", Change.of(new PutActivity(poll("p1", 2, 1, State.OPEN), Answers.KEEP))));
    }
    assertEquals(1, both.stream().filter(f -> Await.result(f) == Outcome.COMMITTED).count());
    assertEquals(2, load().state().version());
  }

  @Test
  void questionIsFrozenOnceABallotIsIn() {
    Poll edited = poll("p2", 2, 2, State.OPEN);
    vote("p2", 1);
    Map<String, String> before = dump();
    assertEquals(
        Outcome.HAS_ANSWERS,
        commit(
            new PutRoom(main.with(Stage.showing("p2"))),
            new PutActivity(edited, Answers.MUST_BE_NONE)));
    assertEquals(before, dump());
    assertEquals(
        Outcome.COMMITTED,
        commit(new PutActivity(poll("p1", 2, 2, State.DRAFT), Answers.MUST_BE_NONE)));
    assertEquals(2, Await.result(polls.tally("e1", "p1")).round());
  }

  @Test
  void resetDeletesEveryVoteAndReplacesTheKey() {
    vote("p2", 1);
    assertEquals(1, Await.result(polls.tally("e1", "p2")).voted());
    long version = Await.result(polls.tally("e1", "p2")).version();
    long answers = Await.result(events.versions("e1")).answers();
    byte[] key = load().answerKeys().get("p2").bytes();
    assertEquals(
        Outcome.COMMITTED, commit(new PutActivity(poll("p2", 2, 2, State.DRAFT), Answers.DELETE)));
    var tally = Await.result(polls.tally("e1", "p2"));
    assertFalse(tally.hasVotes());
    assertEquals(Map.of(), tally.counts());
    assertTrue(tally.version() > version && tally.round() == 2);
    assertFalse(keys().contains("plenary:{e1}:activity:p2:ballots"));
    assertNotEquals(List.of(key), List.of(load().answerKeys().get("p2").bytes()));
    assertFalse(java.util.Arrays.equals(key, load().answerKeys().get("p2").bytes()));
    assertTrue(Await.result(events.versions("e1")).answers() > answers);
  }

  @Test
  void keyStaysWhileVotesStay() {
    byte[] key = load().answerKeys().get("p2").bytes();
    commit(new PutActivity(p2.lock(), Answers.KEEP));
    assertArrayEquals(key, load().answerKeys().get("p2").bytes());
  }

  @Test
  void droppedActivityLeavesNothing() {
    vote("p2", 1);
    assertEquals(
        Outcome.COMMITTED,
        commit(
            new DropActivity(p2),
            new PutRoom(new Room("r1", 2, "Main hall", List.of("p1"), Stage.join()))));
    Pattern word =
        Pattern.compile(
            "(?<![\\w-])p2(?![\\w-])"); // as a word: a link's secret may have these letters inside
    assertTrue(
        dump().entrySet().stream()
            .noneMatch(e -> word.matcher(e.getKey() + " " + e.getValue()).find()),
        dump().toString());
    assertNull(Await.result(polls.tally("e1", "p2")));
  }

  @Test
  void deletedEventLeavesNothing() {
    assertTrue(Await.result(events.create(event("e2", "ZZZZZZ"), List.of(room("r1")), List.of())));
    Set<String> other =
        new HashSet<>(
            Set.of(
                "plenary:{e2}:state",
                "plenary:{e2}:revs",
                "plenary:{e2}:links",
                "plenary:code:ZZZZZZ",
                "plenary:events:days",
                "plenary:events:names",
                Keys.REWRITE));
    vote("p2", 1);
    commit(new PutActivity(p2.lock(), Answers.KEEP));
    Await.result(
        polls.cast(
            "e1", "p2", List.of(new Ballot("other", "vote", 1, 1, Polls.word("a"), 60_000)), 2000));
    Await.result(new RedisJoinStore(link).join("e1", "r1", List.of("someone")));
    Await.result(events.delete("e1"));
    assertEquals(other, keys());
    assertEquals("[e2]", send(Command.ZRANGE, "plenary:events:days", 0, -1).toString());
    assertEquals(
        0, Await.result(new RedisJoinStore(link).join("e1", "r1", List.of("someone"))).event());
    vote("p2", 1);
    assertEquals(other, keys());
  }

  /** The key came later than the first sets of keys. */
  @Test
  void whatAReaderLeftOfAnOldPollGoesWithTheEvent() {
    String changed = Keys.changed("e1", "p1");
    assertEquals(1, send(Command.SREM, "plenary:{e1}:activity:p1:keys", changed).toInteger());
    send(Command.HSET, changed, "voter", "a");
    Await.result(events.delete("e1"));
    assertEquals(0, send(Command.EXISTS, changed).toInteger());
  }

  @Test
  void replacedLinkIsAnotherSecretAndANewVersion() {
    LoadedEvent before = load();
    assertEquals(Outcome.COMMITTED, Await.result(events.replaceLink("e1", "r1", "stage")));
    LoadedEvent after = load();
    assertNotEquals(before.links().stage().get("r1"), after.links().stage().get("r1"));
    assertEquals(before.links().remote(), after.links().remote());
    assertEquals(2, after.state().version());
    assertNotEquals(Outcome.COMMITTED, Await.result(events.replaceLink("e1", "r77", "stage")));
    assertTrue(
        Await.failure(events.replaceLink("e1", "r1", "x")) instanceof IllegalArgumentException);
    assertEquals(after.links(), load().links());
  }
}
