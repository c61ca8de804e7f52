package io.plenary.redis.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.Change;
import io.plenary.activity.Change.Answers;
import io.plenary.activity.Change.DropActivity;
import io.plenary.activity.Change.PutActivity;
import io.plenary.activity.Change.PutRoom;
import io.plenary.activity.Room;
import io.plenary.activity.RoomRules;
import io.plenary.activity.Stage;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.activity.service.EventStore.Outcome;
import io.plenary.activity.service.UnreadableEvent;
import io.plenary.kinds.choice.Poll;
import io.plenary.kinds.choice.service.PollKind;
import io.plenary.redis.Await;
import io.plenary.toy.Toy;
import io.plenary.voting.service.BallotFormat;
import io.vertx.redis.client.Command;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The scripts know of a kind what its format says, and no more. */
class OtherKindsTest extends StoreTest {
  private static final String HASH = "plenary:{e1}:activity:t";
  private final Toy toy = Toy.of("t", Toy.State.DRAFT);
  private final Poll poll = poll("p", 1, 1, Poll.State.OPEN);
  private final Room hall =
      new Room("r1", 1, "Main hall", List.of("p"), List.of("t"), Stage.join());
  private RedisEventStore events;

  @BeforeEach
  void create() {
    events = new RedisEventStore(link, ENTROPY, ToyFormat.POLLS_AND_TOYS);
    assertTrue(
        Await.result(events.create(event("e1", "H7K2MQ"), List.of(hall), List.of(poll, toy))));
  }

  private LoadedEvent load() {
    return Await.result(events.load("e1"));
  }

  private Outcome commit(Change.Write... writes) {
    return Await.result(events.commit("e1", Change.of(writes)));
  }

  /** As its scripts would: an answer, and a key that only they can name. */
  private void ring() {
    send(Command.HSET, HASH + ":rings", "somebody", 1);
    send(Command.SET, HASH + ":by:somebody", "now");
    send(Command.SADD, HASH + ":keys", HASH + ":by:somebody");
    send(Command.HINCRBY, HASH, "rung", 1);
  }

  private String field(String name) {
    return String.valueOf(send(Command.HGET, HASH, name));
  }

  private boolean nothingOf(String key) {
    return dump().entrySet().stream().noneMatch(e -> e.getKey().startsWith(key));
  }

  @Test
  void itComesBackWholeWithItsKeyAndItsHash() {
    assertEquals(Map.of("p", poll, "t", toy), load().state().activities());
    assertEquals(hall, load().state().room("r1"));
    assertEquals(32, load().answerKeys().get("t").bytes().length);
    assertEquals(
        List.of("DRAFT", "1", "1", "0", toy.title().length() + ""),
        List.of(field("state"), field("round"), field("version"), field("rung"), field("loud")));
    Set<String> all =
        new TreeSet<>(
            Set.of(HASH, HASH + ":rings", HASH + ":knocks", HASH + ":notes", HASH + ":keys"));
    Set<String> named = new TreeSet<>();
    send(Command.SMEMBERS, HASH + ":keys").forEach(key -> named.add(key.toString()));
    assertEquals(all, named);
  }

  @Test
  void aChangeKeepsAnswersAndWritesItsFields() {
    ring();
    byte[] key = load().answerKeys().get("t").bytes();
    assertEquals(
        Outcome.COMMITTED,
        commit(new PutActivity(new Toy("t", 2, 1, "Louder", Toy.State.OPEN), Answers.KEEP)));
    assertEquals(
        List.of("OPEN", "1", "6", "1"),
        List.of(field("state"), field("rung"), field("loud"), field("version")));
    assertArrayEquals(key, load().answerKeys().get("t").bytes());
  }

  @Test
  void anyOfItsAnswersIsOne() {
    for (String suffix : List.of(":rings", ":knocks")) {
      send(Command.HSET, HASH + suffix, "somebody", 1);
      Map<String, String> before = dump();
      assertEquals(
          Outcome.HAS_ANSWERS,
          commit(
              new PutActivity(new Toy("t", 2, 2, "Other", Toy.State.DRAFT), Answers.MUST_BE_NONE)));
      assertEquals(before, dump());
      send(Command.DEL, HASH + suffix);
    }
    send(Command.HSET, HASH + ":notes", "somebody", 1);
    assertEquals(
        Outcome.COMMITTED,
        commit(
            new PutActivity(new Toy("t", 2, 2, "Other", Toy.State.DRAFT), Answers.MUST_BE_NONE)));
    assertTrue(nothingOf(HASH + ":notes"), "another round has no notes of the last one");
  }

  @Test
  void aResetLeavesNothingAndGoesOnCountingVersions() {
    ring();
    byte[] key = load().answerKeys().get("t").bytes();
    assertEquals(
        Outcome.COMMITTED,
        commit(new PutActivity(new Toy("t", 2, 2, "Again", Toy.State.DRAFT), Answers.DELETE)));
    assertEquals(
        Set.of(HASH, HASH + ":keys"),
        new TreeSet<>(keys().stream().filter(k -> k.startsWith(HASH)).toList()));
    assertEquals(List.of("2", "0", "2"), List.of(field("version"), field("rung"), field("round")));
    assertFalse(java.util.Arrays.equals(key, load().answerKeys().get("t").bytes()));
  }

  @Test
  void droppedOrDeletedItLeavesNothing() {
    ring();
    assertEquals(
        Outcome.COMMITTED, Await.result(events.commit("e1", RoomRules.drop(load().state(), toy))));
    assertTrue(
        nothingOf(HASH) && load().state().room("r1").alwaysOn().isEmpty(), dump().toString());
    assertEquals(
        Outcome.COMMITTED,
        Await.result(events.commit("e1", RoomRules.stand(load().state(), "r1", toy))));
    ring();
    Await.result(events.delete("e1"));
    assertEquals(Set.of(Keys.REWRITE), keys());
  }

  @Test
  void manyKeysGoAtOnce() {
    for (int i = 0; i < 3_000; i++) {
      send(Command.SADD, HASH + ":keys", HASH + ":by:" + i);
      send(Command.SET, HASH + ":by:" + i, i);
    }
    assertEquals(
        Outcome.COMMITTED,
        commit(
            new DropActivity(toy),
            new PutRoom(new Room("r1", 2, "Main hall", List.of("p"), Stage.join()))));
    assertTrue(nothingOf(HASH));
  }

  @Test
  void aKindThatIsNotKnownIsNotTouched() {
    RedisEventStore older =
        new RedisEventStore(
            link, ENTROPY, new ActivityFormats(List.of(new BallotFormat<>(new PollKind()))));
    assertTrue(Await.failure(older.load("e1")) instanceof UnreadableEvent);
    Map<String, String> before = dump();
    assertTrue(
        Await.failure(
                older.commit(
                    "e1", Change.of(new PutActivity(toy.with(Toy.State.OPEN), Answers.KEEP))))
            instanceof IllegalArgumentException);
    assertThrows(
        IllegalArgumentException.class,
        () -> older.create(event("e2", "ZZZZZZ"), List.of(hall), List.of(toy)));
    assertEquals(before, dump());
  }
}
