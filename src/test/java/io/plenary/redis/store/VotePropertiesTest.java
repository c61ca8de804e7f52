package io.plenary.redis.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.poll.Ballot;
import io.plenary.poll.Choice;
import io.plenary.poll.Poll.State;
import io.plenary.poll.Recount;
import io.plenary.poll.service.PollStore.Cast;
import io.plenary.poll.service.PollStore.Outcome;
import io.plenary.redis.Await;
import io.plenary.redis.LinkOptions;
import io.plenary.redis.RedisLink;
import io.plenary.redis.embedded.TestRedis;
import io.plenary.room.Change;
import io.plenary.room.Change.Answers;
import io.plenary.room.Change.PutActivity;
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

/** Whatever comes in whatever order: the store does as the model does, and its tally is what its ballots say. */
class VotePropertiesTest {
  private static TestRedis redis;
  private static Vertx vertx;
  private static RedisLink link;
  private static RedisLink other;

  private final RedisPollStore polls = new RedisPollStore(link);
  private final RedisEventStore events = new RedisEventStore(link, StoreTest.ENTROPY);
  private VoteModel model;
  private long rev;

  @BeforeContainer
  static void startRedis() {
    vertx = Vertx.vertx();
    redis = TestRedis.start("--appendfsync", "no");
    link = RedisLink.open(vertx, vertx.getOrCreateContext(), redis.address(), LinkOptions.defaults());
    other = RedisLink.open(vertx, vertx.getOrCreateContext(), redis.address(), LinkOptions.defaults());
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
    model = new VoteModel();
    rev = 1;
    Await.result(events.create(StoreTest.event("e", "ABCDEF"), List.of(StoreTest.room("r", "p")), List.of(StoreTest.poll("p", 1, 1, State.OPEN))));
  }

  /** Either a batch of votes, or (no votes) a change of the poll. */
  record Step(List<Ballot> batch, State next, boolean reset) {}

  @Provide
  Arbitrary<Step> steps() {
    Arbitrary<Choice> choices = Arbitraries.of("a", "b", "c").set().ofMaxSize(2)
        .map(set -> set.isEmpty() ? Choice.abstaining() : new Choice(List.copyOf(set), false));
    Arbitrary<Ballot> ballots = Combinators.combine(Arbitraries.integers().between(0, 4), Arbitraries.integers().between(1, 6),
        Arbitraries.integers().between(0, 1), Arbitraries.integers().between(1, 3), choices)
        // The choice belongs to the vote id, as on a phone: the same vote never says two things.
        .as((voter, seq, twin, round, choice) -> new Ballot("v" + voter, "x" + seq + "-" + twin + "-" + choice.hashCode(), seq, round, choice, 0));
    Arbitrary<Step> votes = ballots.list().ofMinSize(1).ofMaxSize(6).map(list -> new Step(list, null, false));
    Arbitrary<Step> changes = Combinators.combine(Arbitraries.of(State.class), Arbitraries.of(true, false, false)).as((s, reset) -> new Step(List.of(), s, reset));
    return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(6, votes), net.jqwik.api.Tuple.of(1, changes));
  }

  @Property(tries = 200)
  void storeDoesAsTheModelDoes(@ForAll List<@net.jqwik.api.From("steps") Step> steps) {
    List<Ballot> before = new ArrayList<>();
    for (Step step : steps) {
      if (step.batch.isEmpty()) change(step);
      else cast(step.batch);
      if (!before.isEmpty() && before.size() % 3 == 0) cast(before); // every phone sends all of it again
      before.addAll(step.batch);
      Recount recount = Await.result(polls.recount("e", "p"));
      assertTrue(recount.agrees(), recount.toString());
      assertEquals(model.tally(recount.tally().version()), recount.tally());
      assertEquals(recount.tally(), Await.result(polls.tally("e", "p")));
    }
  }

  private void cast(List<Ballot> batch) {
    List<Cast> expected = batch.stream().map(model::cast).toList();
    assertEquals(expected, Await.result(polls.cast("e", "p", batch, 0)));
  }

  private void change(Step step) {
    model.change(step.next, step.reset);
    PutActivity put = new PutActivity(StoreTest.poll("p", ++rev, model.round(), step.next), step.reset ? Answers.DELETE : Answers.KEEP);
    assertEquals(io.plenary.room.service.EventStore.Outcome.COMMITTED, Await.result(events.commit("e", Change.of(put))));
    // A vote in the very millisecond of the lock is in time: move the lock away from it.
    if (step.next != State.OPEN && step.next != State.DRAFT) Await.result(link.send(Command.HINCRBY, "plenary:{e}:poll:p", "lockedAt", -10_000));
  }

  @Property(tries = 60)
  void onTwoNodesAtOnceTheLatestVoteOfEverybodyCountsOnce(@ForAll Random random) {
    Map<String, Ballot> latest = new HashMap<>();
    List<Ballot> all = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Choice choice = random.nextInt(4) == 0 ? Choice.abstaining() : Choice.of("" + "abc".charAt(random.nextInt(3)));
      Ballot ballot = new Ballot("v" + random.nextInt(40), "x" + i, i + 1, 1, choice, 0);
      latest.put(ballot.voter(), ballot);
      all.add(ballot);
      if (random.nextBoolean()) all.add(ballot);
    }
    Collections.shuffle(all, random);
    List<Future<List<Cast>>> replies = new ArrayList<>();
    RedisPollStore there = new RedisPollStore(other);
    for (int at = 0; at < all.size(); ) {
      int to = Math.min(all.size(), at + 1 + random.nextInt(16));
      replies.add((random.nextBoolean() ? polls : there).cast("e", "p", all.subList(at, to), 0));
      at = to;
    }
    long counted = replies.stream().flatMap(f -> Await.result(f).stream()).filter(c -> c.outcome() == Outcome.COUNTED).count();
    assertTrue(counted >= latest.size());
    Recount recount = Await.result(polls.recount("e", "p"));
    assertTrue(recount.agrees());
    List<String> expected = latest.values().stream().map(b -> Ballots.write(b.choice())).sorted().toList();
    assertEquals(expected, recount.ballots().stream().map(Ballots::write).toList());
  }
}
