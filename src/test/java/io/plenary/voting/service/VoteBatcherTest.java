package io.plenary.voting.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.ManualLoop;
import io.plenary.activity.service.StoreUnavailable;
import io.plenary.metrics.BatchMeters;
import io.plenary.voting.Ballot;
import io.plenary.voting.service.BallotStore.Cast;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeTry;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VoteBatcherTest {
  private static final int MAX = 4;
  private ManualLoop loop;
  private FakeBallotStore store;
  private VoteBatcher batcher;

  @BeforeEach
  @BeforeTry
  void begin() {
    loop = new ManualLoop();
    store = new FakeBallotStore();
    batcher = new VoteBatcher(store, loop.context(), MAX, 1_500);
  }

  private Future<Cast> cast(String poll, int n) {
    return batcher.cast("ev", poll, new Ballot("voter" + n, "vote" + n, 1, 1, "o1", 0));
  }

  /** Votes on two polls, turns of the loop, answers and failures, in any order. */
  @Property(tries = 1_000)
  void everyBallotIsAnsweredOnceWithItsOwnAnswer(
      @ForAll @Size(max = 150) List<@From("steps") Integer> script) {
    Map<String, List<Future<Cast>>> asked =
        new HashMap<>(Map.of("p", new ArrayList<>(), "q", new ArrayList<>()));
    Map<Future<Cast>, Integer> answers = new HashMap<>();
    int votes = 0;
    for (int step : script) {
      switch (step % 5) {
        case 0, 1 -> {
          String poll = (step & 8) == 0 ? "p" : "q";
          Future<Cast> answer = cast(poll, votes++);
          asked.get(poll).add(answer);
          answer.onComplete(a -> answers.merge(answer, 1, Integer::sum));
        }
        case 2 -> loop.run();
        case 3 -> store.answer((step >> 3) % 4);
        default -> store.fail((step >> 3) % 4, new StoreUnavailable("test"));
      }
      for (String p : asked.keySet()) assertTrue(store.flying(p) <= 2, "too many under way");
    }
    loop.run();
    while (store.answer(0)) loop.run();
    assertEquals(votes, answers.size());
    assertTrue(answers.values().stream().allMatch(n -> n == 1));
    assertTrue(batcher.idle());
    asked.forEach(
        (poll, all) -> {
          assertEquals(
              store.ballots(poll).size(), all.size(), "every ballot goes to the store once");
          for (int i = 0; i < all.size(); i++) {
            // The fake answers with the place the ballot had on its way to the store: order is
            // kept.
            if (all.get(i).succeeded()) assertEquals(i, all.get(i).result().standing().seq());
          }
        });
    assertTrue(
        store.batches.stream()
            .allMatch(
                b -> b.ballots().size() >= 1 && b.ballots().size() <= MAX && b.graceMs() == 1_500));
    Statistics.label("full batch")
        .collect(store.batches.stream().anyMatch(b -> b.ballots().size() > 1))
        .coverage(c -> c.check(true).percentage(p -> p > 20));
  }

  @Provide
  Arbitrary<Integer> steps() {
    return Arbitraries.integers()
        .between(0, 1 << 10)
        .withDistribution(RandomDistribution.uniform());
  }

  /** Two batches are under way at a store that is slow; the third vote waits here meanwhile. */
  @Test
  void whatAVoteWaitsHereIsNoTimeThatMakesItLate() {
    long[] now = {0};
    batcher =
        new VoteBatcher(
            store, loop.context(), MAX, 1_500, BatchMeters.unread(), () -> now[0] * 1_000_000);
    for (int n = 0; n < 3; n++) {
      batcher.cast("ev", "p", new Ballot("voter" + n, "vote" + n, 1, 1, "o1", 40));
      loop.run();
    }
    assertEquals(2, store.batches.size());
    now[0] = 2_700;
    store.answer(0);
    loop.run();
    assertEquals(
        List.of(40L, 40L, 2_740L),
        store.batches.stream().map(batch -> batch.ballots().get(0).heldMs()).toList());
  }

  @Test
  void whatComesInOneTurnLeavesTogether() {
    for (int i = 0; i < 3; i++) cast("p", i);
    assertEquals(0, store.batches.size());
    loop.run();
    assertEquals(1, store.batches.size());
    assertEquals(
        List.of("voter0", "voter1", "voter2"),
        store.batches.get(0).ballots().stream().map(Ballot::voter).toList());
  }

  @Test
  void theNextBatchGrowsWhileTwoAreUnderWay() {
    for (int i = 0; i < 2 * MAX + 3; i++) cast("p", i);
    loop.run();
    cast("q", 100);
    loop.run();
    assertEquals(3, store.batches.size(), "two of p, and q does not wait for p");
    cast("p", 50);
    loop.run();
    assertEquals(3, store.batches.size());
    store.answer(0);
    assertEquals(4, store.batches.get(3).ballots().size());
  }

  @Test
  void aFailedBatchFailsItsVotesAndNoOthers() {
    List<Future<Cast>> all = new ArrayList<>();
    for (int i = 0; i < MAX + 1; i++) all.add(cast("p", i));
    loop.run();
    StoreUnavailable away = new StoreUnavailable("test");
    store.fail(0, away);
    store.answer(0);
    assertTrue(all.subList(0, MAX).stream().allMatch(f -> f.cause() == away));
    assertTrue(all.get(MAX).succeeded());
  }

  @Test
  void refusesWhenTooManyWait() {
    for (int i = 0; i < 50_000; i++) cast("p", i);
    assertTrue(cast("p", 50_000).cause() instanceof StoreUnavailable);
    assertFalse(batcher.idle());
    loop.run();
    assertFalse(cast("p", 50_001).failed());
  }

  @Test
  void aFaultOfTheStoreStopsNoVotesAfterIt() {
    IllegalStateException fault = new IllegalStateException("test");
    for (int i = 0; i < 3; i++) {
      store.fault = fault;
      Future<Cast> vote = cast("p", i);
      loop.run();
      assertSame(fault, vote.cause());
    }
    store.fault = null;
    Future<Cast> next = cast("p", 9);
    loop.run();
    store.answer(0);
    assertTrue(next.succeeded());
    assertTrue(batcher.idle());
  }

  @Test
  void anAnswerThatDoesNotFitTheBatchFailsIt() {
    Future<Cast> a = cast("p", 0);
    Future<Cast> b = cast("p", 1);
    loop.run();
    store.answerWith(0, List.of(new Cast(BallotStore.Outcome.COUNTED, null)));
    assertTrue(a.failed() && b.failed(), "nobody knows whose answer it is");
    assertTrue(batcher.idle());
  }
}
