package io.plenary.redis.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.Activity.State;
import io.plenary.activity.Change;
import io.plenary.activity.Change.Answers;
import io.plenary.activity.Change.PutActivity;
import io.plenary.kinds.choice.Poll;
import io.plenary.kinds.choice.Polls;
import io.plenary.redis.Await;
import io.plenary.voting.Ballot;
import io.plenary.voting.BallotState;
import io.plenary.voting.Recount;
import io.plenary.voting.service.AnonymiserStore.VoterList;
import io.plenary.voting.service.BallotStore.Cast;
import io.plenary.voting.service.BallotStore.Outcome;
import io.plenary.words.Results;
import io.vertx.redis.client.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What of a poll may be shown, and when: decided by the script that casts ballots. */
class PublishedStepsTest extends StepsFixture {
  @Test
  @DisplayName(
      "O10 nothing before the fifth answer; the number of answers moves by one; then five together")
  void fromTheFifthAnswer() {
    for (int i = 1; i <= 4; i++) {
      assertFalse(one("v" + i, i == 4 ? new String[0] : new String[] {"a"}));
      shows(0, 0, i, Map.of());
    }
    assertTrue(one("v5", "b", "c"));
    shows(4, 1, 5, Map.of("a", 3L, "b", 1L, "c", 1L));
    assertEquals(Map.of(), pending());
  }

  @Test
  @DisplayName(
      "O10 twenty-three answers: the result of the first twenty, of all after lock and grace, once")
  void theLastStepComesAfterLockAndGrace() {
    voters(1, 23, "a");
    shows(20, 0, 23, Map.of("a", 20L));
    become(State.LOCKED);
    long left = publishLast();
    assertTrue(left > 0 && left <= GRACE + 1, "left " + left);
    shows(20, 0, 23, Map.of("a", 20L));
    assertFalse(tally().complete());
    graceIsOver();
    assertEquals(0, publishLast());
    shows(23, 0, 23, Map.of("a", 23L));
    assertTrue(tally().complete());
    Map<String, String> after = dump();
    assertEquals(0, publishLast(), "again it does nothing");
    assertEquals(after, dump());
    assertFalse(keys().contains(POLL + ":pending"));
  }

  @Test
  @DisplayName(
      "O10 a vote within the grace may complete a step; after the last step none counts, whatever"
          + " grace its node believes in")
  void withinTheGrace() {
    voters(1, 9, "a");
    become(State.LOCKED);
    send(Command.HINCRBY, POLL, "lockedAt", -50);
    Ballot held = new Ballot("v10", "y", 1, 1, Polls.word("b"), 1_000);
    assertTrue(Await.result(polls.cast("e", "p", List.of(held), GRACE)).get(0).step());
    shows(10, 0, 10, Map.of("a", 9L, "b", 1L));
    graceIsOver();
    publishLast();
    Ballot later = new Ballot("v11", "z", 1, 1, Polls.word("b"), GRACE * 2);
    assertEquals(
        Outcome.LATE,
        Await.result(polls.cast("e", "p", List.of(later), GRACE * 10)).get(0).outcome());
    shows(10, 0, 10, Map.of("a", 9L, "b", 1L));
  }

  @Test
  @DisplayName(
      "O10 whoever changes twice counts once, who changes back not at all; twenty changed minds are"
          + " a step")
  void changesOfMind() {
    voters(1, 25, "a");
    for (int i = 0; i < 3; i++) {
      one("v1", "b");
      one("v1", "c");
    }
    voters(2, 19, "b");
    shows(25, 0, 25, Map.of("a", 25L));
    assertEquals(19, pending().size());
    one("v2", "a");
    one("v20", "b");
    shows(25, 0, 25, Map.of("a", 25L));
    assertEquals(19, pending().size());
    assertFalse(pending().containsKey("v2"));
    assertTrue(one("v2", "b"));
    shows(25, 0, 25, Map.of("a", 5L, "b", 19L, "c", 1L));
    assertEquals(Map.of(), pending());
  }

  @Test
  @DisplayName(
      "O10 one changed mind never shows beside new answers: five new ones and twenty changed ones"
          + " wait each for their own")
  void newAndChangedApart() {
    voters(1, 20, "a");
    one("v1", "b");
    voters(21, 24, "b");
    shows(20, 0, 24, Map.of("a", 20L));
    assertTrue(one("v25", "b"));
    shows(25, 0, 25, Map.of("a", 20L, "b", 5L));
    assertEquals(Map.of("v1", "a"), pending());
    voters(2, 19, "c");
    assertFalse(one("v26", "c"));
    assertTrue(one("v21", "c"));
    shows(25, 0, 26, Map.of("a", 1L, "b", 5L, "c", 19L));
    assertEquals(Map.of("v26", ""), pending());
  }

  @Test
  @DisplayName("O10 fewer changed minds than twenty show with the last step")
  void fewChangesShowAtTheEnd() {
    voters(1, 10, "a");
    voters(1, 10, "b");
    shows(10, 0, 10, Map.of("a", 10L));
    become(State.LOCKED);
    graceIsOver();
    publishLast();
    shows(10, 0, 10, Map.of("b", 10L));
  }

  @Test
  @DisplayName("O10 a vote changed before it was published shows as it is then")
  void changedBeforeItWasPublished() {
    voters(1, 4, "a");
    one("v1", "b");
    one("v2");
    one("v5", "c");
    shows(4, 1, 5, Map.of("a", 2L, "b", 1L, "c", 1L));
  }

  @Test
  @DisplayName("O10 a batch is one step, however many are in it")
  void batches() {
    List<Ballot> many = new ArrayList<>();
    for (int i = 0; i < 23; i++) many.add(ballot("v" + i, "a"));
    for (int i = 0; i < 23; i++) many.add(ballot("v" + i, i % 2 == 0 ? "b" : "a"));
    assertTrue(cast(many.toArray(Ballot[]::new)).stream().allMatch(Cast::step));
    shows(23, 0, 23, Map.of("a", 11L, "b", 12L));
    List<Ballot> four = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      for (String option : List.of("c", "a", "c")) four.add(ballot("v" + i, option));
    }
    assertFalse(cast(four.toArray(Ballot[]::new)).get(0).step());
    assertEquals(4, pending().size());
  }

  @Test
  @DisplayName(
      "O10 fewer than five at the end: not published; after reopening they count for a step")
  void fewerThanFive() {
    voters(1, 4, "a");
    become(State.LOCKED);
    graceIsOver();
    assertEquals(0, publishLast());
    shows(0, 0, 4, Map.of());
    assertTrue(tally().complete());
    become(State.OPEN);
    assertFalse(tally().complete());
    assertTrue(one("v5", "b"));
    shows(5, 0, 5, Map.of("a", 4L, "b", 1L));
  }

  @Test
  @DisplayName("O10 after reopening the rule goes on from what is published")
  void reopened() {
    voters(1, 6, "a");
    become(State.LOCKED);
    graceIsOver();
    publishLast();
    shows(6, 0, 6, Map.of("a", 6L));
    become(State.OPEN);
    voters(7, 10, "b");
    shows(6, 0, 10, Map.of("a", 6L));
    voters(11, 11, "b");
    shows(11, 0, 11, Map.of("a", 6L, "b", 5L));
    voters(12, 12, "c");
    become(State.LOCKED);
    assertFalse(tally().complete());
    graceIsOver();
    publishLast();
    shows(12, 0, 12, Map.of("a", 6L, "b", 5L, "c", 1L));
  }

  @Test
  @DisplayName(
      "O10 the threshold is recorded with the opening: a small group shows every vote at once")
  void smallGroup() {
    Await.result(
        events.commit(
            "e",
            Change.of(
                new PutActivity(
                    new Poll(
                        new BallotState(
                            "p", ++rev, 1, State.OPEN, Results.STAGE, Results.STAGE, true),
                        QUESTION),
                    Answers.KEEP))));
    assertTrue(one("v1", "a"));
    shows(1, 0, 1, Map.of("a", 1L));
    assertTrue(one("v1", "b"));
    shows(1, 0, 1, Map.of("b", 1L));
  }

  @Test
  @DisplayName(
      "O10 a repair publishes nothing before the last step, and mends what is published with it")
  void repairs() {
    voters(1, 7, "a");
    send(Command.HINCRBY, POLL, "o:a", -1);
    send(Command.HINCRBY, POLL, "voted", -1);
    assertFalse(Await.result(polls.recount("e", "p")).agrees(Polls.PAPER));
    Await.result(polls.repairFew("e", "p"));
    assertTrue(Await.result(polls.recount("e", "p")).agrees(Polls.PAPER));
    shows(5, 0, 7, Map.of("a", 5L));
    send(Command.HINCRBY, POLL, "p:o:a", 3);
    Await.result(polls.repairFew("e", "p"));
    shows(5, 0, 7, Map.of("a", 8L));
    become(State.LOCKED);
    graceIsOver();
    publishLast();
    shows(7, 0, 7, Map.of("a", 7L));
    send(Command.HINCRBY, POLL, "p:o:a", 3);
    assertFalse(
        Await.result(polls.recount("e", "p")).agrees(Polls.PAPER),
        "a complete result that differs from the ballots is seen");
    Await.result(polls.repairFew("e", "p"));
    shows(7, 0, 7, Map.of("a", 7L));
  }

  @Test
  @DisplayName("O10 a reset, an edit and a deletion take what is pending and published along")
  void startsAnew() {
    voters(1, 7, "a");
    Await.result(
        events.commit("e", Change.of(new PutActivity(poll(++rev, State.OPEN, 2), Answers.DELETE))));
    assertEquals(List.of(0L, 0L), List.of(tally().voted(), tally().answers()));
    assertEquals(Map.of(), pending());
    Await.result(
        polls.cast("e", "p", List.of(new Ballot("v1", "n", 1, 2, Polls.word("b"), 0)), GRACE));
    Await.result(events.commit("e", Change.of(new Change.DropActivity(poll(rev, State.OPEN, 2)))));
    assertFalse(keys().stream().anyMatch(k -> k.contains("poll:p")), keys().toString());
  }

  @Test
  @DisplayName("O10 anonymising makes the last step first, and leaves nothing pending")
  void anonymised() {
    RedisAnonymiserStore anonymises = new RedisAnonymiserStore(link);
    voters(1, 6, "a");
    one("canary", "a");
    assertTrue(dump().toString().contains("canary"), "the look can see");
    become(State.FINAL);
    graceIsOver();
    VoterList list = Await.result(anonymises.voters("e", "p"));
    List<String> hashes = list.keys().stream().map(k -> "0".repeat(64)).toList();
    Await.result(anonymises.anonymise("e", "p", list, hashes, GRACE));
    shows(7, 0, 7, Map.of("a", 7L));
    assertTrue(tally().complete());
    Recount recount = Await.result(polls.recount("e", "p"));
    assertTrue(recount.agrees(Polls.PAPER), recount.toString());
    assertFalse(dump().toString().contains("canary"));
  }

  @Test
  @DisplayName("O10 no reader is given what is counted and not published")
  void liveCountersStayInTheStore() {
    voters(1, 4, "a");
    String said =
        Await.result(
                link.eval(
                    io.plenary.redis.Script.load("tally"),
                    List.of(POLL, POLL + ":late", POLL + ":connected"),
                    List.of()))
            .toString();
    assertFalse(said.contains("o:a"), said);
    assertTrue(said.contains("answers"), said);
  }
}
