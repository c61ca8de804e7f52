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
import io.plenary.voting.service.AnonymiserStore.Outcome;
import io.plenary.voting.service.AnonymiserStore.VoterList;
import io.plenary.voting.service.BallotStore;
import io.vertx.redis.client.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisAnonymiserStoreTest extends StoreTest {
  private static final String POLL = "plenary:{e}:activity:p";
  private RedisBallotStore polls;
  private RedisEventStore events;
  private RedisAnonymiserStore anonymises;
  private long rev;

  @BeforeEach
  void create() {
    polls = new RedisBallotStore(link);
    events = new RedisEventStore(link, ENTROPY, FORMATS);
    anonymises = new RedisAnonymiserStore(link);
    rev = 1;
    Await.result(
        events.create(
            event("e", "ABCDEF"), List.of(room("r", "p")), List.of(poll("p", 1, 1, State.OPEN))));
  }

  private void become(State state) {
    Await.result(
        events.commit("e", Change.of(new PutActivity(poll("p", ++rev, 1, state), Answers.KEEP))));
  }

  private BallotStore.Outcome vote(String voter, long seq, String... options) {
    String ballot = Polls.word(options);
    return Await.result(
            polls.cast(
                "e",
                "p",
                List.of(new Ballot(voter, "vote-" + voter + seq, seq, 1, ballot, 0)),
                1_000))
        .get(0)
        .outcome();
  }

  /** Four voted, two of them the same; one abstained, one came too late. */
  private void votesAndFinal() {
    vote("voter1", 1, "a", "b");
    vote("voter2", 1, "b", "a");
    vote("voter3", 1, "c");
    vote("voter4", 1);
    become(State.LOCKED);
    send(Command.HINCRBY, POLL, "lockedAt", -10);
    assertEquals(BallotStore.Outcome.LATE, vote("voter5", 1, "a"));
    become(State.FINAL);
  }

  private static List<String> hashes(int n) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < n; i++) all.add(String.format("%064x", i + 10));
    return all;
  }

  private Outcome anonymise(VoterList list, long graceMs) {
    return Await.result(anonymises.anonymise("e", "p", list, hashes(list.keys().size()), graceMs));
  }

  private VoterList voters() {
    return Await.result(anonymises.voters("e", "p"));
  }

  private Outcome anonymiseAfterGrace() {
    send(Command.HINCRBY, POLL, "lockedAt", -10_000);
    return anonymise(voters(), 1_000);
  }

  @Test
  void leavesTheCountsAndNothingOfAnyVoter() {
    votesAndFinal();
    Recount before = Await.result(polls.recount("e", "p"));
    assertNull(before.receipts());
    assertTrue(dump().toString().contains("voter1"), "the look can see");
    byte[] key = Await.result(events.load("e")).answerKeys().get("p").bytes();
    assertEquals(32, key.length);

    assertEquals(before.tally().version(), voters().version());
    assertEquals(Set.of("voter1", "voter2", "voter3", "voter4"), new TreeSet<>(voters().keys()));
    assertEquals(Outcome.ANONYMISED, anonymiseAfterGrace());

    String all = dump().toString();
    assertFalse(all.contains("voter") || all.contains("vote-"), all);
    assertEquals(Map.of(), Await.result(events.load("e")).answerKeys());
    assertEquals(
        Set.of("-", "a,b", "c"),
        Set.copyOf(send(Command.HKEYS, POLL + ":ballots").stream().map(Object::toString).toList()));
    Recount after = Await.result(polls.recount("e", "p"));
    assertEquals(before.tally().outdated(), after.tally().outdated());
    assertEquals(before.tally().version() + 1, after.tally().version(), "the last step is newer");
    assertEquals(before.ballots(), after.ballots());
    assertEquals(before.tally().counts(), Await.result(polls.tally("e", "p")).counts());
    assertEquals(1, after.tally().late());
    assertTrue(after.agrees(Polls.PAPER));
    assertEquals(hashes(4), after.receipts());
  }

  @Test
  void whatAReaderLeftThatDiedGoesWithTheVoters() {
    BallotReading reader = new BallotReading(link, 1);
    assertEquals(1, Await.result(reader.begin(new BallotReading.Place("e", "p"))));
    votesAndFinal();
    assertTrue(dump().get(POLL + ":changed").contains("voter1"), "the look can see");
    assertEquals(Outcome.ANONYMISED, anonymiseAfterGrace());
    String all = dump().toString();
    assertFalse(all.contains("voter") || all.contains("reading"), all);
  }

  @Test
  void happensOnceAndRaisesTheVersionSoThatNodesForgetTheKey() {
    votesAndFinal();
    long version = Await.result(events.versions("e")).state();
    assertEquals(Outcome.ANONYMISED, anonymiseAfterGrace());
    assertEquals(version + 1, Await.result(events.versions("e")).state());
    Map<String, String> anonymised = dump();
    assertEquals(Outcome.ALREADY, anonymise(voters(), 0));
    assertEquals(
        Outcome.ALREADY,
        anonymise(new VoterList(false, 1, voters().version(), List.of("a", "b")), 0));
    assertEquals(new VoterList(true, 1, voters().version(), List.of()), voters());
    become(State.ANONYMISED);
    assertEquals(
        anonymised.get(POLL), dump().get(POLL), "noting it changes no word of the vote script");
    assertEquals(Outcome.ALREADY, anonymise(voters(), 0));
  }

  @Test
  void waitsForTheGraceWhichVotesOnTheirWayHave() {
    become(State.FINAL);
    assertEquals(
        BallotStore.Outcome.COUNTED,
        Await.result(
                polls.cast(
                    "e", "p", List.of(new Ballot("w", "x", 1, 1, Polls.word("a"), 900)), 1_000))
            .get(0)
            .outcome(),
        "pressed before the poll was finalised");
    Map<String, String> before = dump();
    assertEquals(Outcome.TOO_EARLY, anonymise(voters(), 60_000));
    assertEquals(before, dump());
    assertEquals(Outcome.ANONYMISED, anonymiseAfterGrace());
  }

  @Test
  void startsAnewWhenAVoteCameBetweenReadingAndAnonymising() {
    votesAndFinal();
    VoterList old = voters();
    assertEquals(BallotStore.Outcome.LATE, vote("voter6", 1, "a"));
    Map<String, String> before = dump();
    assertEquals(Outcome.MOVED, anonymise(old, 0));
    assertEquals(before, dump());
    assertEquals(Outcome.ANONYMISED, anonymiseAfterGrace());
    assertEquals(2, Await.result(polls.tally("e", "p")).late());
  }

  @Test
  void whenAnonymisedNoVoteWritesAnything() {
    votesAndFinal();
    anonymiseAfterGrace();
    Map<String, String> before = dump();
    assertEquals(
        BallotStore.Outcome.FINALISED, vote("voter1", 1, "a", "b"), "the very vote that counts");
    assertEquals(BallotStore.Outcome.FINALISED, vote("voter1", 2, "c"));
    assertEquals(BallotStore.Outcome.FINALISED, vote("voter9", 1, "c"));
    assertEquals(
        BallotStore.Outcome.ACTIVITY_CHANGED,
        Await.result(
                polls.cast(
                    "e", "p", List.of(new Ballot("voter9", "x", 1, 2, Polls.word("a"), 0)), 0))
            .get(0)
            .outcome());
    assertEquals(before, dump());
  }

  @Test
  void onlyAFinalPollIsAnonymisedAndOnlyWithAReceiptPerBallot() {
    vote("voter1", 1, "a");
    Map<String, String> before = dump();
    assertEquals(Outcome.NOT_FINAL, anonymise(voters(), 0));
    become(State.LOCKED);
    assertEquals(Outcome.NOT_FINAL, anonymise(voters(), 0));
    assertNull(Await.result(anonymises.voters("e", "z")));
    assertEquals(before.get(POLL + ":ballots"), dump().get(POLL + ":ballots"));
    become(State.FINAL);
    send(Command.HINCRBY, POLL, "lockedAt", -10_000);
    before = dump();
    assertThrows(
        RuntimeException.class,
        () -> Await.result(anonymises.anonymise("e", "p", voters(), hashes(2), 0)));
    assertEquals(before, dump());
  }

  @Test
  void aPollWithoutVotesIsAnonymisedToo() {
    become(State.FINAL);
    assertEquals(Outcome.ANONYMISED, anonymiseAfterGrace());
    Recount recount = Await.result(polls.recount("e", "p"));
    assertEquals(List.of(), recount.receipts());
    assertTrue(recount.agrees(Polls.PAPER));
    assertEquals(Map.of(), Await.result(events.load("e")).answerKeys());
  }

  @Test
  void aAnonymisedTallyCanBeMendedAndGoesWithItsPoll() {
    votesAndFinal();
    anonymiseAfterGrace();
    var was = Await.result(polls.tally("e", "p"));
    send(Command.HSET, POLL, "o:a", 7, "voted", 1);
    assertFalse(Await.result(polls.recount("e", "p")).agrees(Polls.PAPER));
    Await.result(polls.repairFew("e", "p"));
    assertEquals(was.counts(), Await.result(polls.tally("e", "p")).counts());
    assertEquals(was.voted(), Await.result(polls.tally("e", "p")).voted());
    assertTrue(Await.result(polls.recount("e", "p")).agrees(Polls.PAPER));
    Await.result(
        events.commit("e", Change.of(new Change.DropActivity(poll("p", rev, 1, State.FINAL)))));
    assertFalse(keys().stream().anyMatch(k -> k.contains("poll:p")), keys().toString());
  }

  @Test
  void aAnonymisedPollGoesWithItsEvent() {
    votesAndFinal();
    anonymiseAfterGrace();
    Await.result(events.delete("e"));
    assertEquals(Set.of(Keys.REWRITE), keys());
  }

  @Test
  void restsSinceItWasLastOpenedOrLocked() {
    assertTrue(
        Await.result(anonymises.idleMillis("e", "p")) > 1_000_000_000L, "nobody knows since when");
    become(State.LOCKED);
    assertTrue(Await.result(anonymises.idleMillis("e", "p")) < 5_000);
    send(Command.HINCRBY, POLL, "since", -60_000);
    become(State.LOCKED);
    assertTrue(
        Await.result(anonymises.idleMillis("e", "p")) >= 60_000, "another change is no use of it");
    become(State.OPEN);
    assertTrue(Await.result(anonymises.idleMillis("e", "p")) < 5_000);
  }
}
