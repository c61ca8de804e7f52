package io.plenary.redis.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.Activity.State;
import io.plenary.activity.Change;
import io.plenary.activity.Change.Answers;
import io.plenary.activity.Change.PutActivity;
import io.plenary.redis.Await;
import io.plenary.redis.LinkOptions;
import io.plenary.redis.RedisLink;
import io.plenary.redis.embedded.TestRedis;
import io.plenary.toy.BallotKind;
import io.plenary.voting.Ballot;
import io.plenary.voting.Recount;
import io.plenary.voting.service.AnonymiserStore;
import io.plenary.voting.service.AnonymiserStore.VoterList;
import io.plenary.voting.service.BallotStore.Cast;
import io.plenary.voting.service.BallotStore.Outcome;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.lifecycle.BeforeTry;

/**
 * Whatever comes in whatever order: the store does as the model does, and its tally is what its
 * ballots say.
 */
class VotePropertiesTest {
  private static TestRedis redis;
  private static Vertx vertx;
  private static RedisLink link;
  private static RedisLink other;

  private final RedisBallotStore polls = new RedisBallotStore(link);
  private final RedisEventStore events =
      new RedisEventStore(link, StoreTest.ENTROPY, StoreTest.FORMATS);
  private VoteModel model;
  private long rev;

  @BeforeContainer
  static void startRedis() {
    vertx = Vertx.vertx();
    redis = TestRedis.start("--appendfsync", "no");
    link =
        RedisLink.open(vertx, vertx.getOrCreateContext(), redis.address(), LinkOptions.defaults());
    other =
        RedisLink.open(vertx, vertx.getOrCreateContext(), redis.address(), LinkOptions.defaults());
    Await.result(link.ready());
    Await.result(other.ready());
  }

  @AfterContainer
  static void stopRedis() {
    Await.result(vertx.close());
    redis.close();
  }

  @BeforeTry
  void create() {
    Await.result(link.send(Command.FLUSHALL));
    rev = 1;
    Await.result(
        events.create(
            StoreTest.event("e", "ABCDEF"),
            List.of(StoreTest.room("r", "p")),
            List.of(StoreTest.poll("p", 1, 1, State.OPEN))));
  }

  /** Either a batch of votes, or (no votes) a change of the poll. */
  record Step(List<Ballot> batch, State next, boolean reset) {}

  /** Votes of one kind, and what else happens to the poll meanwhile. */
  record Run(BallotKind kind, List<Step> steps) {}

  @Provide
  Arbitrary<Run> runs() {
    return Arbitraries.of(BallotKind.class)
        .flatMap(kind -> steps(kind).list().map(steps -> new Run(kind, steps)));
  }

  private static Arbitrary<Step> steps(BallotKind kind) {
    Arbitrary<Ballot> ballots =
        Combinators.combine(
                Arbitraries.integers().between(0, 4),
                Arbitraries.integers().between(1, 6),
                Arbitraries.integers().between(0, 1),
                Arbitraries.integers().between(1, 3),
                kind.words())
            // The choice belongs to the vote id, as on a phone: the same vote never says two
            // things.
            .as(
                (voter, seq, twin, round, ballot) ->
                    new Ballot(
                        "v" + voter,
                        "x" + seq + "-" + twin + "-" + ballot.hashCode(),
                        seq,
                        round,
                        ballot,
                        0));
    Arbitrary<Step> votes =
        ballots.list().ofMinSize(1).ofMaxSize(6).map(list -> new Step(list, null, false));
    Arbitrary<Step> changes =
        Combinators.combine(Arbitraries.of(State.class), Arbitraries.of(true, false, false))
            .as((s, reset) -> new Step(List.of(), s, reset));
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(6, votes), net.jqwik.api.Tuple.of(1, changes));
  }

  @Property(tries = 200)
  void storeDoesAsTheModelDoes(@ForAll("runs") Run run) {
    model = new VoteModel(run.kind);
    List<Ballot> before = new ArrayList<>();
    for (Step step : run.steps) {
      if (step.batch.isEmpty()) change(step);
      else cast(step.batch);
      if (!before.isEmpty() && before.size() % 3 == 0) {
        cast(before); // every phone sends all of it again
      }
      before.addAll(step.batch);
      Recount recount = Await.result(polls.recount("e", "p"));
      assertTrue(recount.agrees(run.kind.paper), recount.toString());
      assertEquals(model.tally(recount.tally().version()), recount.tally());
      assertEquals(recount.shown(), Await.result(polls.tally("e", "p")));
    }
  }

  private void cast(List<Ballot> batch) {
    List<Cast> expected = batch.stream().map(model::cast).toList();
    assertEquals(
        expected,
        Await.result(polls.cast("e", "p", batch, 0)).stream()
            .map(c -> new Cast(c.outcome(), c.standing()))
            .toList());
  }

  private void change(Step step) {
    model.change(step.next, step.reset);
    PutActivity put =
        new PutActivity(
            StoreTest.poll("p", ++rev, model.round(), step.next),
            step.reset ? Answers.DELETE : Answers.KEEP);
    assertEquals(
        io.plenary.activity.service.EventStore.Outcome.COMMITTED,
        Await.result(events.commit("e", Change.of(put))));
    // A vote in the very millisecond of the lock is in time: move the lock away from it.
    if (step.next != State.OPEN && step.next != State.DRAFT) {
      Await.result(link.send(Command.HINCRBY, "plenary:{e}:activity:p", "lockedAt", -10_000));
    }
  }

  @Property(tries = 60)
  void onTwoNodesAtOnceTheLatestVoteOfEverybodyCountsOnce(
      @ForAll Random random, @ForAll BallotKind kind) {
    Arbitrary<String> words = kind.words();
    Map<String, Ballot> latest = new HashMap<>();
    List<Ballot> all = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      String word = words.sample();
      Ballot ballot = new Ballot("v" + random.nextInt(40), "x" + i, i + 1, 1, word, 0);
      latest.put(ballot.voter(), ballot);
      all.add(ballot);
      if (random.nextBoolean()) all.add(ballot);
    }
    Collections.shuffle(all, random);
    List<Future<List<Cast>>> replies = new ArrayList<>();
    RedisBallotStore there = new RedisBallotStore(other);
    for (int at = 0; at < all.size(); ) {
      int to = Math.min(all.size(), at + 1 + random.nextInt(16));
      replies.add((random.nextBoolean() ? polls : there).cast("e", "p", all.subList(at, to), 0));
      at = to;
    }
    long counted =
        replies.stream()
            .flatMap(f -> Await.result(f).stream())
            .filter(c -> c.outcome() == Outcome.COUNTED)
            .count();
    assertTrue(counted >= latest.size());
    Recount recount = Await.result(polls.recount("e", "p"));
    assertTrue(recount.agrees(kind.paper));
    assertEquals(latest.values().stream().map(Ballot::ballot).sorted().toList(), recount.ballots());
  }

  /** A repair, the last step and the anonymise take ballots they cannot read. */
  @Property(tries = 40)
  void mendedPublishedAndAnonymisedTheBallotsSayTheSame(
      @ForAll Random random, @ForAll BallotKind kind) {
    Arbitrary<String> words = kind.words();
    model = new VoteModel(kind);
    for (int i = 0; i < 60; i++) {
      String voter = "v" + random.nextInt(30);
      cast(List.of(new Ballot(voter, "x" + i, i + 1, 1, words.sample(), 0)));
    }
    Recount before = Await.result(polls.recount("e", "p"));
    String counter = before.tally().counts().keySet().stream().findAny().orElse("a");
    Await.result(link.send(Command.HINCRBY, "plenary:{e}:activity:p", "o:" + counter, 3));
    assertFalse(Await.result(polls.recount("e", "p")).agrees(kind.paper), "three of nobody");
    Await.result(polls.repairFew("e", "p"));

    change(new Step(List.of(), State.FINAL, false));
    assertEquals(0, Await.result(polls.publishLast("e", "p", 0)));
    Recount last = Await.result(polls.recount("e", "p"));
    assertEquals(before.ballots(), last.ballots());
    assertEquals(model.tally(last.tally().version()), last.tally());
    assertTrue(last.agrees(kind.paper), last.toString());
    assertEquals(last.tally().counts(), last.shown().counts());

    RedisAnonymiserStore anonymises = new RedisAnonymiserStore(link);
    VoterList voters = Await.result(anonymises.voters("e", "p"));
    List<String> receipts = voters.keys().stream().map(v -> "0".repeat(64)).toList();
    assertEquals(
        AnonymiserStore.Outcome.ANONYMISED,
        Await.result(anonymises.anonymise("e", "p", voters, receipts, 0)));
    Recount anonymised = Await.result(polls.recount("e", "p"));
    assertEquals(before.ballots(), anonymised.ballots());
    assertTrue(anonymised.agrees(kind.paper), anonymised.toString());
    assertEquals(last.tally().counts(), anonymised.shown().counts());
  }

  /** Who changes to something and back leaves every counter as if they had not. */
  @Property(tries = 40)
  void aChangedVoteLeavesNoTrace(@ForAll BallotKind kind) {
    List<String> words = kind.words().list().ofSize(12).sample();
    List<Ballot> stay = new ArrayList<>();
    for (int i = 0; i < 10; i++) stay.add(new Ballot("v" + i, "x", 1, 1, words.get(i), 0));
    Await.result(polls.cast("e", "p", stay, 0));
    Recount before = Await.result(polls.recount("e", "p"));
    Await.result(polls.cast("e", "p", List.of(new Ballot("v3", "y", 2, 1, words.get(10), 0)), 0));
    Await.result(polls.cast("e", "p", List.of(new Ballot("v3", "z", 3, 1, words.get(3), 0)), 0));
    Recount after = Await.result(polls.recount("e", "p"));
    assertEquals(before.ballots(), after.ballots());
    assertEquals(before.tally().counts(), after.tally().counts());
    assertEquals(before.tally().voted(), after.tally().voted());
    assertEquals(before.shown().counts(), after.shown().counts());
    assertEquals(
        0L, Await.result(link.send(Command.HLEN, "plenary:{e}:activity:p:pending")).toLong());
  }
}
