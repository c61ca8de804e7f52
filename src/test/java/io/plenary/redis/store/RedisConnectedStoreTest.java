package io.plenary.redis.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.Activity.State;
import io.plenary.activity.Change;
import io.plenary.activity.Change.Answers;
import io.plenary.activity.Change.PutActivity;
import io.plenary.activity.service.NoteQueue;
import io.plenary.kinds.choice.Polls;
import io.plenary.redis.Await;
import io.plenary.voting.Ballot;
import io.plenary.voting.Tally;
import io.plenary.voting.service.AnonymiserStore.Outcome;
import io.plenary.voting.service.AnonymiserStore.VoterList;
import io.plenary.voting.service.ConnectedStore.Seen;
import io.vertx.redis.client.Command;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RedisConnectedStoreTest extends StoreTest {
  private static final String LIST = "plenary:{e}:activity:p:connected";
  private RedisEventStore events;
  private RedisBallotStore polls;
  private RedisConnectedStore connected;

  @BeforeEach
  void event() {
    events = new RedisEventStore(link, ENTROPY, FORMATS);
    polls = new RedisBallotStore(link);
    connected = new RedisConnectedStore(link);
    assertTrue(
        Await.result(
            events.create(
                event("e", "H7K2MQ"),
                List.of(room("r", "p")),
                List.of(poll("p", 1, 1, State.OPEN)))));
  }

  private long note(long round, long heldMs, long graceMs, String... voters) {
    return Await.result(
        connected.note(
            "e", "p", round, Stream.of(voters).map(v -> new Seen(v, heldMs)).toList(), graceMs));
  }

  private void vote(String voter) {
    Await.result(
        polls.cast(
            "e",
            "p",
            List.of(new Ballot(voter, "vote-of-" + voter, 1, 1, Polls.word("a"), 0)),
            60_000));
  }

  private void put(int rev, int round, State state, Answers answers) {
    Await.result(
        events.commit("e", Change.of(new PutActivity(poll("p", rev, round, state), answers))));
  }

  private Tally tally() {
    return Await.result(polls.tally("e", "p"));
  }

  @Test
  @DisplayName(
      "R1 the base is everybody who was connected while it was open, once, and everybody who voted")
  void r1_isAUnion() {
    assertEquals(0, tally().connected());
    assertEquals(2, note(1, 0, 0, "x", "y"));
    long version = tally().version();
    assertEquals(0, note(1, 0, 0, "x"), "noted before, on this node or another");
    assertEquals(version, tally().version());
    vote("y");
    vote("z");
    assertEquals(3, tally().connected());
    assertEquals(2, tally().voted());
    assertEquals(3, Await.result(polls.recount("e", "p")).shown().connected());
    Await.result(polls.repairFew("e", "p"));
    assertEquals(3, tally().connected());
    assertTrue(Await.result(polls.recount("e", "p")).agrees(Polls.PAPER));
  }

  @Test
  @DisplayName(
      "R1 once it is locked the number stays, but for who was there before and whose note is on its"
          + " way")
  void r1_theLockEndsIt() {
    note(1, 0, 60_000, "x");
    put(2, 1, State.LOCKED, Answers.KEEP);
    // Who is seen in the very millisecond of the lock was there before it; the late one comes after
    // that millisecond.
    send(Command.HINCRBY, "plenary:{e}:activity:p", "lockedAt", -50);
    assertEquals(0, note(1, 0, 60_000, "late"));
    assertEquals(1, note(1, 30_000, 60_000, "before"));
    assertEquals(0, note(1, 30_000, -1, "before, and too slow"));
    assertEquals(2, tally().connected());
    put(3, 1, State.OPEN, Answers.KEEP);
    assertEquals(1, note(1, 0, 0, "late"), "all openings together");
    assertEquals(3, tally().connected());
  }

  @Test
  @DisplayName(
      "R1 another round begins with nobody, and what was noted for the one before is dropped")
  void r1_aResetEndsIt() {
    note(1, 0, 0, "x", "y");
    put(2, 2, State.DRAFT, Answers.DELETE);
    assertFalse(keys().contains(LIST));
    Map<String, String> before = dump();
    assertEquals(0, note(1, 0, 60_000, "x"));
    assertEquals(0, note(2, 0, 60_000, "x"), "it is not open");
    assertEquals(before, dump());
    put(3, 2, State.OPEN, Answers.KEEP);
    assertEquals(0, note(1, 0, 60_000, "x"));
    assertEquals(1, note(2, 0, 60_000, "z"));
    put(4, 3, State.OPEN, Answers.MUST_BE_NONE);
    assertEquals(0, tally().connected(), "an edited question is another round");
    Await.result(events.delete("e"));
    assertEquals(0, note(3, 0, 60_000, "x"));
    assertFalse(keys().stream().anyMatch(key -> key.contains("{e}")), keys().toString());
  }

  @Test
  @DisplayName("R1 finalising keeps the number and destroys the list; nothing is noted after it")
  void r1_anonymising() {
    note(1, 0, 0, "x", "y", "z");
    vote("x");
    put(2, 1, State.FINAL, Answers.KEEP);
    RedisAnonymiserStore anonymises = new RedisAnonymiserStore(link);
    VoterList voters = Await.result(anonymises.voters("e", "p"));
    Await.until(
        () ->
            Await.result(anonymises.anonymise("e", "p", voters, List.of("0".repeat(64)), 0))
                == Outcome.ANONYMISED);
    assertFalse(keys().contains(LIST));
    assertEquals(3, tally().connected());
    assertEquals(3, Await.result(polls.recount("e", "p")).shown().connected());
    assertEquals(0, note(1, 60_000, 120_000, "w"));
    Await.result(polls.repairFew("e", "p"));
    assertEquals(3, tally().connected());
    assertFalse(keys().contains(LIST));
  }

  @Test
  void aChunkIsBoundedAndWrongArgumentsWriteNothing() {
    List<Seen> chunk =
        IntStream.range(0, NoteQueue.CHUNK).mapToObj(i -> new Seen("v" + i, 0)).toList();
    assertEquals(NoteQueue.CHUNK, Await.result(connected.note("e", "p", 1, chunk, 0)));
    Map<String, String> before = dump();
    assertThrows(
        RuntimeException.class,
        () ->
            Await.result(
                connected.note(
                    "e", "p", 1, Collections.nCopies(NoteQueue.CHUNK + 1, new Seen("w", 0)), 0)));
    assertThrows(
        RuntimeException.class, () -> Await.result(connected.note("e", "p", 1, List.of(), 0)));
    assertEquals(before, dump());
    send(Command.DEL, LIST);
    send(Command.SET, LIST, "no set");
    Map<String, String> wrong = dump();
    assertThrows(RuntimeException.class, () -> note(1, 0, 0, "x"));
    assertThrows(RuntimeException.class, () -> vote("x"));
    assertEquals(wrong, dump(), "a vote is not half counted either");
  }
}
