package io.plenary.activity.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.ManualLoop;
import io.vertx.core.Future;
import io.vertx.core.Promise;
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
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;

class BatcherTest {
  private static final int MAX = 3;

  private record Sent(String key, List<Integer> items, Promise<List<String>> answer) {}

  private final ManualLoop loop = new ManualLoop();
  private final List<Sent> flying = new ArrayList<>();
  private final List<Sent> all = new ArrayList<>();
  private RuntimeException fault;

  private Batcher<String, Integer, String> batcher(int maxFlying, int maxWaiting, boolean atOnce) {
    return new Batcher<>(
        (key, items) -> {
          if (fault != null) throw fault;
          Sent sent = new Sent(key, List.copyOf(items), Promise.promise());
          flying.add(sent);
          all.add(sent);
          return sent.answer.future();
        },
        loop.context(),
        new Batcher.Limits(MAX, maxFlying, maxWaiting, atOnce),
        items -> {});
  }

  private boolean answer(int at) {
    if (at >= flying.size()) return false;
    Sent sent = flying.remove(at);
    sent.answer.complete(sent.items.stream().map(i -> sent.key + i).toList());
    return true;
  }

  /**
   * Two keys, one or two calls under way, at once or at the end of the turn; answers and failures
   * in any order.
   */
  @Property(tries = 1_000)
  void eachItemGetsItsOwnAnswerOnceAndInOrderOfItsKey(
      @ForAll @Size(max = 120) List<@From("steps") Integer> script,
      @ForAll boolean one,
      @ForAll boolean atOnce) {
    flying.clear();
    all.clear();
    Batcher<String, Integer, String> batcher = batcher(one ? 1 : 2, 1_000, atOnce);
    Map<String, List<Future<String>>> asked =
        new HashMap<>(Map.of("a", new ArrayList<>(), "b", new ArrayList<>()));
    StoreUnavailable away = new StoreUnavailable("test");
    for (int step : script) {
      String key = (step & 8) == 0 ? "a" : "b";
      switch (step % 5) {
        case 0, 1 -> asked.get(key).add(batcher.add(key, asked.get(key).size()));
        case 2 -> loop.run();
        case 3 -> answer((step >> 3) % 3);
        default -> {
          if (!flying.isEmpty()) flying.remove((step >> 3) % flying.size()).answer.fail(away);
        }
      }
      for (String k : asked.keySet()) {
        assertTrue(
            flying.stream().filter(s -> s.key.equals(k)).count() <= (one ? 1 : 2),
            "too many under way");
      }
    }
    loop.run();
    while (answer(0)) loop.run();
    assertTrue(batcher.idle());
    asked.forEach(
        (key, futures) -> {
          List<Integer> sent =
              all.stream().filter(s -> s.key.equals(key)).flatMap(s -> s.items.stream()).toList();
          assertEquals(
              java.util.stream.IntStream.range(0, futures.size()).boxed().toList(),
              sent,
              "once each, in order");
          for (int i = 0; i < futures.size(); i++) {
            Future<String> future = futures.get(i);
            if (future.succeeded()) assertEquals(key + i, future.result());
            else assertSame(away, future.cause());
          }
        });
    assertTrue(all.stream().allMatch(s -> !s.items.isEmpty() && s.items.size() <= MAX));
    Statistics.label("batched")
        .collect(all.stream().anyMatch(s -> s.items.size() > 1))
        .coverage(c -> c.check(true).percentage(p -> p > 20));
  }

  @Provide
  Arbitrary<Integer> steps() {
    return Arbitraries.integers()
        .between(0, 1 << 10)
        .withDistribution(RandomDistribution.uniform());
  }

  @Test
  void aLoneItemLeavesAtTheEndOfItsTurn() {
    Batcher<String, Integer, String> batcher = batcher(2, 10, false);
    batcher.add("a", 0);
    batcher.add("a", 1);
    assertEquals(List.of(), all);
    loop.run();
    assertEquals(List.of(0, 1), all.get(0).items);
  }

  @Test
  void orAloneAtOnceAndTheOthersGather() {
    Batcher<String, Integer, String> batcher = batcher(1, 10, true);
    for (int i = 0; i < 3; i++) batcher.add("a", i);
    assertEquals(List.of(List.of(0)), all.stream().map(Sent::items).toList());
    answer(0);
    assertEquals(List.of(1, 2), all.get(1).items);
  }

  @Test
  void refusesWhenTooManyWaitAndRecovers() {
    Batcher<String, Integer, String> batcher = batcher(1, 2, false);
    batcher.add("a", 0);
    batcher.add("a", 1);
    assertTrue(batcher.add("a", 2).cause() instanceof StoreUnavailable);
    loop.run();
    assertTrue(!batcher.add("a", 3).failed());
  }

  @Test
  void aFaultOrAnAnswerThatDoesNotFitFailsTheBatchAndNothingAfterIt() {
    Batcher<String, Integer, String> batcher = batcher(1, 10, false);
    fault = new IllegalStateException("test");
    Future<String> thrown = batcher.add("a", 0);
    loop.run();
    assertSame(fault, thrown.cause());
    fault = null;
    Future<String> unfit = batcher.add("a", 1);
    loop.run();
    flying.remove(0).answer.complete(List.of());
    assertTrue(unfit.failed());
    Future<String> next = batcher.add("a", 2);
    loop.run();
    answer(0);
    assertEquals("a2", next.result());
    assertTrue(batcher.idle());
  }
}
