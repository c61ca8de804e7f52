package io.plenary.redis.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.poll.Ballot;
import io.plenary.poll.Choice;
import io.plenary.poll.Poll;
import io.plenary.poll.Poll.State;
import io.plenary.poll.service.PollStore;
import io.plenary.redis.Await;
import io.plenary.room.Change;
import io.plenary.room.Change.Answers;
import io.plenary.room.Change.DropActivity;
import io.plenary.room.Change.PutActivity;
import io.plenary.room.Change.PutRoom;
import io.plenary.room.Room;
import io.plenary.room.Stage;
import io.plenary.room.service.EventStore.Loaded;
import io.plenary.room.service.EventStore.Outcome;
import io.vertx.redis.client.Command;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a Plenary without questions stored, as it stood: rooms in which nothing stands, polls without a set of their keys. */
class OldFolderTest extends StoreTest {
  private static final String POLL = "plenary:{e1}:poll:p2";
  private static final byte[] KEY = new byte[32];
  private RedisEventStore events;
  private RedisPollStore polls;

  @BeforeEach
  void stored() {
    events = new RedisEventStore(link, ENTROPY);
    polls = new RedisPollStore(link);
    send(Command.HSET, "plenary:{e1}:state", "version", 7, "answers", 3, "code", "H7K2MQ", "rooms", "r1",
        "event", "{\"id\":\"e1\",\"rev\":1,\"code\":\"H7K2MQ\",\"name\":\"Health and Care Women Leaders conference\",\"startsOn\":\"2026-11-20\","
            + "\"endsOn\":\"2026-11-21\",\"timeZone\":\"Europe/London\",\"frameOrigins\":[\"https://stage.example.org\"]}",
        "room:r1", "{\"id\":\"r1\",\"rev\":4,\"name\":\"Main hall\",\"runOrder\":[\"p1\",\"p2\"],\"view\":\"ACTIVITY\",\"shown\":\"p2\"}",
        "activity:p1", document("p1", 1, "DRAFT"), "activity:p2", document("p2", 2, "OPEN"));
    send(Command.HSET, "plenary:{e1}:revs", "event", 1, "room:r1", 4, "activity:p1", 1, "activity:p2", 2);
    send(Command.HSET, "plenary:{e1}:links", "stage:r1", "stagestagestagestagest", "remote:r1", "remoteremoteremoterem0");
    send(Command.HSET, "plenary:{e1}:keys", "p1", KEY, "p2", KEY);
    send(Command.HSET, "plenary:{e1}:poll:p1", "version", 1, "voted", 0, "abstained", 0, "state", "DRAFT", "round", 1);
    send(Command.HSET, POLL, "version", 4, "voted", 1, "abstained", 1, "o:a", 1, "state", "OPEN", "round", 1, "since", 1);
    send(Command.HSET, POLL + ":ballots", "one", "1 a vote1", "two", "3 - vote2");
    send(Command.HSET, POLL + ":late", "three", 2);
    send(Command.SET, "plenary:code:H7K2MQ", "e1");
    send(Command.SADD, "plenary:events", "e1");
  }

  private static String document(String id, int rev, String state) {
    return "{\"kind\":\"poll\",\"id\":\"" + id + "\",\"rev\":" + rev + ",\"round\":1,\"text\":\"What should be our first priority?\",\"options\":["
        + "{\"id\":\"a\",\"text\":\"Culture change\",\"exclusive\":false},{\"id\":\"b\",\"text\":\"Flexible working\",\"exclusive\":false},"
        + "{\"id\":\"c\",\"text\":\"Talent management\",\"exclusive\":false}],\"maxChoices\":2,\"abstain\":\"I have no view\",\"state\":\"" + state
        + "\",\"results\":\"STAGE\"}";
  }

  private Loaded load() {
    return Await.result(events.load("e1"));
  }

  private Outcome commit(Change.Write... writes) {
    return Await.result(events.commit("e1", Change.of(writes)));
  }

  @Test
  void itReadsOn() {
    Loaded loaded = load();
    assertEquals(event("e1", "H7K2MQ"), loaded.state().event());
    assertEquals(List.of(new Room("r1", 4, "Main hall", List.of("p1", "p2"), List.of(), Stage.showing("p2"))), loaded.state().rooms());
    assertEquals(Map.of("p1", poll("p1", 1, 1, State.DRAFT), "p2", poll("p2", 2, 1, State.OPEN)), loaded.state().activities());
    assertArrayEquals(KEY, loaded.answerKeys().get("p2").bytes());
    assertTrue(Await.result(polls.recount("e1", "p2")).agrees());
  }

  @Test
  void votingGoesOn() {
    Ballot more = new Ballot("four", "vote4", 1, 1, Choice.of("b"), 0);
    assertEquals(PollStore.Outcome.COUNTED, Await.result(polls.cast("e1", "p2", List.of(more), 2000)).get(0).outcome());
    assertEquals(Outcome.HAS_ANSWERS, commit(new PutActivity(poll("p2", 3, 2, State.OPEN), Answers.MUST_BE_NONE)));
    assertEquals(Outcome.COMMITTED, commit(new PutActivity(poll("p2", 3, 1, State.LOCKED), Answers.KEEP)));
    assertEquals(2, Await.result(polls.tally("e1", "p2")).voted());
    assertTrue(Await.result(polls.recount("e1", "p2")).agrees());
  }

  @Test
  void aResetAndADeletionLeaveNothing() {
    assertEquals(Outcome.COMMITTED, commit(new PutActivity(poll("p2", 3, 2, State.DRAFT), Answers.DELETE)));
    assertEquals(Set.of(), Set.copyOf(keys().stream().filter(k -> k.startsWith(POLL + ":") && !k.equals(POLL + ":keys")).toList()));
    assertEquals(5, Await.result(polls.tally("e1", "p2")).version());
    Poll reset = (Poll) load().state().activities().get("p2");
    Room without = new Room("r1", 5, "Main hall", List.of("p1"), Stage.join());
    assertEquals(Outcome.COMMITTED, commit(new DropActivity(reset), new PutRoom(without)));
    assertTrue(keys().stream().noneMatch(k -> k.startsWith(POLL)), keys().toString());
  }

  @Test
  void theWholeEventGoes() {
    send(Command.SET, POLL + ":receipts", "0".repeat(64));
    Await.result(events.delete("e1"));
    assertEquals(Set.of(Keys.REWRITE), keys());
  }
}
