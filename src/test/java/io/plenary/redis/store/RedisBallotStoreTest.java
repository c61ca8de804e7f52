package io.plenary.redis.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.Activity.State;
import io.plenary.activity.Change;
import io.plenary.activity.Change.Answers;
import io.plenary.activity.Change.PutActivity;
import io.plenary.kinds.choice.Polls;
import io.plenary.redis.Await;
import io.plenary.voting.Ballot;
import io.plenary.voting.Recount;
import io.plenary.voting.Tally;
import io.plenary.voting.service.BallotStore.Cast;
import io.plenary.voting.service.BallotStore.Outcome;
import io.plenary.voting.service.BallotStore.Standing;
import io.vertx.redis.client.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisBallotStoreTest extends StoreTest {
  private static final long GRACE = 2_000;
  private RedisBallotStore polls;
  private RedisEventStore events;
  private long rev;

  @BeforeEach
  void create() {
    polls = new RedisBallotStore(link);
    events = new RedisEventStore(link, ENTROPY, FORMATS);
    rev = 1;
    Await.result(
        events.create(
            event("e", "ABCDEF"), List.of(room("r", "p")), List.of(poll("p", 1, 1, State.OPEN))));
  }

  private void become(State state) {
    assertEquals(
        io.plenary.activity.service.EventStore.Outcome.COMMITTED,
        Await.result(
            events.commit(
                "e", Change.of(new PutActivity(poll("p", ++rev, 1, state), Answers.KEEP)))));
    // A fast machine locks and votes within one millisecond, in which a vote still counts.
    if (state == State.LOCKED) send(Command.HINCRBY, "plenary:{e}:activity:p", "lockedAt", -50);
  }

  private static Ballot ballot(String voter, String vote, long seq, String... options) {
    return new Ballot(voter, vote, seq, 1, Polls.word(options), 0);
  }

  private List<Cast> cast(Ballot... ballots) {
    return Await.result(polls.cast("e", "p", List.of(ballots), GRACE));
  }

  private Outcome one(Ballot ballot) {
    return cast(ballot).get(0).outcome();
  }

  private Tally tally() {
    return Await.result(polls.tally("e", "p"));
  }

  private void reconciles() {
    Recount recount = Await.result(polls.recount("e", "p"));
    assertTrue(recount.agrees(Polls.PAPER), recount.toString());
    assertEquals(recount.shown(), tally());
  }

  @Test
  void freshPollHasNoVotes() {
    assertEquals(new Tally(1, 1, Map.of(), 0, 0, 0), tally());
    assertEquals(List.of(), cast());
  }

  @Test
  void sameVoteAgainCountsOnce() {
    Ballot vote = ballot("v", "x", 1, "a");
    assertEquals(Outcome.COUNTED, one(vote));
    assertEquals(new Tally(1, 2, Map.of("a", 1L), 1, 0, 0), tally());
    assertEquals(Outcome.REPEATED, one(vote));
    assertEquals(
        List.of(Outcome.REPEATED, Outcome.REPEATED),
        cast(vote, vote).stream().map(Cast::outcome).toList());
    assertEquals(new Tally(1, 2, Map.of("a", 1L), 1, 0, 0), tally());
    become(State.LOCKED);
    assertEquals(
        Outcome.REPEATED,
        one(new Ballot("v", "x", 1, 1, Polls.word("a"), 600_000)),
        "an answer that got lost is given again, however late");
    reconciles();
  }

  @Test
  void sameVoteTwiceInOneBatchCountsOnce() {
    List<Cast> replies =
        cast(ballot("v", "x", 1, "a"), ballot("v", "x", 1, "a"), ballot("w", "y", 1, "a"));
    assertEquals(
        List.of(Outcome.COUNTED, Outcome.REPEATED, Outcome.COUNTED),
        replies.stream().map(Cast::outcome).toList());
    assertEquals(2, tally().count("a"));
    assertEquals(2, tally().version());
    reconciles();
  }

  @Test
  void changedVoteMovesTheTally() {
    one(ballot("v", "x", 1, "a", "b"));
    one(ballot("w", "y", 1, "b"));
    assertEquals(Map.of("a", 1L, "b", 2L), tally().counts());
    assertEquals(Outcome.COUNTED, one(ballot("v", "z", 2, "b", "c")));
    assertEquals(Map.of("b", 2L, "c", 1L), tally().counts());
    assertEquals(Outcome.COUNTED, one(ballot("v", "q", 7)));
    assertEquals(new Tally(1, 5, Map.of("b", 1L), 1, 1, 0), tally());
    assertEquals(Outcome.COUNTED, one(ballot("v", "s", 8, "a")));
    assertEquals(new Tally(1, 6, Map.of("a", 1L, "b", 1L), 2, 0, 0), tally());
    reconciles();
  }

  @Test
  void olderAndEqualSequencesAreSupersededByWhatCounts() {
    one(ballot("v", "new", 9_007_199_254_740_991L, "b", "a"));
    Cast superseded =
        new Cast(Outcome.SUPERSEDED, new Standing(9_007_199_254_740_991L, Polls.word("a", "b")));
    assertEquals(List.of(superseded), cast(ballot("v", "old", 4, "c")));
    assertEquals(List.of(superseded), cast(ballot("v", "other", 9_007_199_254_740_991L, "c")));
    one(ballot("w", "new", 3));
    assertEquals(
        List.of(new Cast(Outcome.SUPERSEDED, new Standing(3, Polls.word()))),
        cast(ballot("w", "old", 2, "c")));
    assertEquals(new Tally(1, 3, Map.of("a", 1L, "b", 1L), 1, 1, 0), tally());
    reconciles();
  }

  @Test
  void votesForAnotherRoundADraftOrNothingAreRefusedAndNothingIsWritten() {
    Tally before = tally();
    assertEquals(Outcome.ACTIVITY_CHANGED, one(new Ballot("v", "x", 1, 2, Polls.word("a"), 0)));
    assertEquals(
        List.of(Outcome.GONE),
        Await.result(polls.cast("e", "other", List.of(ballot("v", "x", 1, "a")), GRACE)).stream()
            .map(Cast::outcome)
            .toList());
    assertEquals(
        List.of(Outcome.GONE),
        Await.result(polls.cast("f", "p", List.of(ballot("v", "x", 1, "a")), GRACE)).stream()
            .map(Cast::outcome)
            .toList());
    become(State.DRAFT);
    assertEquals(Outcome.NOT_OPEN, one(ballot("v", "x", 1, "a")));
    assertEquals(before, tally());
    assertFalse(
        keys().stream()
            .anyMatch(k -> k.contains("ballots") || k.contains("{f}") || k.contains("other")));
    assertNull(Await.result(polls.tally("e", "other")));
    assertNull(Await.result(polls.recount("e", "other")));
    Await.result(polls.repairFew("e", "other"));
  }

  @Test
  void voteCastInTimeCountsWithinTheGraceAndNotAfter() {
    become(State.LOCKED);
    assertEquals(Outcome.LATE, one(ballot("now", "x", 1, "a")), "pressed after the lock");
    assertEquals(
        Outcome.COUNTED,
        one(held("before", 1, 1_000)),
        "pressed before the lock, arrived within the grace");
    assertEquals(
        Outcome.LATE,
        Await.result(polls.cast("e", "p", List.of(held("strict", 1, 1_000)), 0)).get(0).outcome());
    send(Command.HINCRBY, "plenary:{e}:activity:p", "lockedAt", -5_000);
    assertEquals(
        Outcome.LATE,
        one(held("long ago", 1, 60_000)),
        "however long it was held: the grace is over");
    assertEquals(new Tally(1, 5, Map.of("a", 1L), 1, 0, 3), tally());
    reconciles();
  }

  private static Ballot held(String voter, long seq, long heldMs) {
    return new Ballot(voter, "x" + seq, seq, 1, Polls.word("a"), heldMs);
  }

  @Test
  void lateOnesAreCountedAsPeopleAndOnlyTheirLatestVote() {
    one(ballot("v", "x", 1, "a"));
    become(State.LOCKED);
    assertEquals(Outcome.LATE, one(ballot("v", "y", 2, "b")));
    assertEquals(Outcome.LATE, one(ballot("v", "y", 2, "b")));
    assertEquals(Outcome.LATE, one(ballot("v", "z", 3, "c")));
    assertEquals(new Tally(1, 4, Map.of("a", 1L), 1, 0, 1), tally());
    become(State.OPEN);
    assertEquals(
        Outcome.COUNTED,
        one(ballot("v", "y", 2, "b")),
        "reopened: an older vote than the late one still counts");
    assertEquals(1, tally().late());
    assertEquals(Outcome.COUNTED, one(ballot("v", "z", 3, "c")));
    assertEquals(new Tally(1, 6, Map.of("c", 1L), 1, 0, 0), tally());
    reconciles();
  }

  @Test
  void bigBatchIsOneStepAndOneVersion() {
    List<Ballot> ballots = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) ballots.add(ballot("v" + i, "x", 1, i % 2 == 0 ? "a" : "b"));
    assertTrue(
        Await.result(polls.cast("e", "p", ballots, GRACE)).stream()
            .allMatch(c -> c.outcome() == Outcome.COUNTED));
    assertEquals(new Tally(1, 2, Map.of("a", 2_500L, "b", 2_500L), 5_000, 0, 0), tally());
    assertEquals(1, Await.result(events.versions("e")).answers());
    reconciles();
  }

  @Test
  void scriptThatCannotFinishLeavesNothingHalfWritten() {
    one(ballot("v", "x", 1, "a"));
    for (String key :
        List.of(
            "plenary:{e}:activity:p:late",
            "plenary:{e}:activity:p:ballots",
            "plenary:{e}:activity:p:pending",
            "plenary:{e}:state",
            "plenary:{e}:activity:p")) {
      boolean existed = send(Command.EXISTS, key).toInteger() == 1;
      if (existed) send(Command.RENAME, key, "plenary:{e}:kept");
      send(Command.SET, key, "of another type");
      Map<String, String> before = dump();
      Throwable e = Await.failure(polls.cast("e", "p", List.of(ballot("w", "y", 1, "b")), GRACE));
      assertTrue(e.getMessage().contains("WRONGTYPE"), e.getMessage());
      assertEquals(before, dump());
      send(Command.DEL, key);
      if (existed) send(Command.RENAME, "plenary:{e}:kept", key);
    }
    Map<String, String> before = dump();
    Throwable bad =
        Await.failure(
            link.eval(
                io.plenary.redis.Script.load("cast_votes"),
                List.of(
                    "plenary:{e}:activity:p",
                    "plenary:{e}:activity:p:ballots",
                    "plenary:{e}:activity:p:late",
                    "plenary:{e}:state",
                    "plenary:{e}:activity:p:pending"),
                List.of(
                    GRACE, "c", "h", "w", "y", 1, 1, "b", 0, "u", "z", "not a number", 1, "b", 0)));
    assertTrue(bad.getMessage().startsWith("BADARGS"), bad.getMessage());
    assertEquals(before, dump());
    reconciles();
  }

  @Test
  void outOfMemoryRefusesBeforeTheFirstWrite() throws Exception {
    one(ballot("v", "x", 1, "a"));
    redis.call("CONFIG SET maxmemory 1");
    try {
      assertTrue(
          Await.failure(polls.cast("e", "p", List.of(ballot("w", "y", 1, "b")), GRACE))
              instanceof io.plenary.activity.service.StoreUnavailable);
      assertEquals(1, tally().voted(), "reading goes on");
    } finally {
      redis.call("CONFIG SET maxmemory 0");
    }
    assertEquals(Outcome.COUNTED, one(ballot("w", "y", 1, "b")));
    reconciles();
  }

  @Test
  void wrongTallyIsSeenAndMended() {
    one(ballot("v", "x", 1, "a"));
    one(ballot("w", "x", 1));
    send(Command.HINCRBY, "plenary:{e}:activity:p", "o:a", 5);
    send(Command.HSET, "plenary:{e}:activity:p", "o:zz", 3);
    send(Command.HSET, "plenary:{e}:activity:p", "voted", 9);
    assertFalse(Await.result(polls.recount("e", "p")).agrees(Polls.PAPER));
    Await.result(polls.repairFew("e", "p"));
    assertEquals(new Tally(1, 4, Map.of("a", 1L), 1, 1, 0), tally());
    reconciles();
  }

  /** Whoever voted would be told for good that there is no such poll, and it is not known. */
  @Test
  void anAnswerThatNobodyKnowsIsAFaultAndNoRefusal() {
    var odd = send(Command.EVAL, "return 99", 0);
    assertThrows(IllegalStateException.class, () -> Ballots.cast(odd, false));
    assertThrows(IllegalStateException.class, () -> new RedisAnonymiserStore(link).outcome(odd));
    assertThrows(
        IllegalStateException.class, () -> new RedisStaffStore(link, ENTROPY).outcome(odd));
    var invitations = new RedisInvitationStore(link);
    assertThrows(IllegalStateException.class, () -> invitations.added(odd));
    assertThrows(IllegalStateException.class, () -> invitations.accepted(odd));
    assertThrows(IllegalStateException.class, () -> invitations.made(odd));
  }

  @Test
  void ballotsHoldNoTimeAndSurviveAKill() throws Exception {
    for (int i = 0; i < 20; i++) one(ballot("v" + i, "x", 1, "a"));
    var ballots = send(Command.HGETALL, "plenary:{e}:activity:p:ballots");
    assertEquals("1 a x", ballots.get("v3").toString());
    redis.kill();
    redis.startAgain();
    Await.until(link::isUp);
    assertEquals(20, tally().voted());
    assertEquals(Outcome.REPEATED, one(ballot("v3", "x", 1, "a")));
    reconciles();
  }
}
