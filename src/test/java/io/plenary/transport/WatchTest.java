package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plenary.redis.Await;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchTest {
  private final Vertx vertx = Vertx.vertx();
  private final List<String> due = new ArrayList<>();
  private long nanos = Long.MAX_VALUE - 5;
  private final Watch watch = new Watch(vertx, () -> nanos);

  @AfterEach
  void close() {
    Await.result(vertx.close());
  }

  private final class Named extends Watch.Entry {
    private final String name;

    Named(String name) {
      this.name = name;
    }

    @Override
    void due() {
      due.add(name);
    }
  }

  private void pass(long ms) {
    nanos += TimeUnit.MILLISECONDS.toNanos(ms);
    watch.look();
  }

  @Test
  void whoseMomentHasComeIsLookedAtOnceAndNotBefore() {
    watch.in(2_000, new Named("two"));
    watch.in(2_500, new Named("later"));
    pass(1_999);
    assertEquals(List.of(), due);
    pass(1);
    assertEquals(List.of("two"), due);
    pass(1_000);
    pass(200_000);
    assertEquals(List.of("two", "later"), due);
  }

  @Test
  void whatIsSaidLastCounts() {
    Named moved = new Named("moved");
    watch.in(2_000, moved);
    watch.in(75_000, moved);
    Named dropped = new Named("dropped");
    watch.in(2_000, dropped);
    watch.off(dropped);
    watch.off(dropped);
    pass(74_000);
    assertEquals(List.of(), due);
    pass(1_000);
    assertEquals(List.of("moved"), due);
  }

  @Test
  void inTheMiddleOfOneSecondAnyOfThemMayGo() {
    List<Named> all = List.of(new Named("a"), new Named("b"), new Named("c"));
    all.forEach(one -> watch.in(5_000, one));
    watch.off(all.get(1));
    watch.in(5_000, all.get(2));
    pass(5_000);
    assertEquals(List.of("c", "a"), due);
  }

  @Test
  void aLoopThatWasHeldUpLooksAtAllThatWasDueMeanwhile() {
    watch.in(3_000, new Named("three"));
    watch.in(40_000, new Named("forty"));
    watch.in(127_000, new Named("most"));
    pass(60_000);
    assertEquals(List.of("three", "forty"), due);
    pass(400_000);
    assertEquals(List.of("three", "forty", "most"), due);
  }

  @Test
  void whoIsWatchedAgainAfterNobodyWasIsNotLookedAtTooEarly() {
    watch.in(1_000, new Named("first"));
    pass(1_000);
    nanos += TimeUnit.SECONDS.toNanos(1_000);
    watch.in(10_000, new Named("second"));
    pass(9_000);
    assertEquals(List.of("first"), due);
    pass(1_000);
    assertEquals(List.of("first", "second"), due);
  }

  @Test
  void whatIsDueMayBeWatchedAgain() {
    watch.in(
        1_000,
        new Watch.Entry() {
          @Override
          void due() {
            due.add("beat");
            watch.in(1_000, this);
          }
        });
    for (int i = 0; i < 3; i++) pass(1_000);
    assertEquals(List.of("beat", "beat", "beat"), due);
  }

  @Test
  void oneThatBreaksDoesNotKeepTheOthersFromTheirMoment() {
    watch.in(5_000, new Named("first in"));
    watch.in(
        5_000,
        new Watch.Entry() {
          @Override
          void due() {
            throw new IllegalStateException("for this test");
          }
        });
    watch.in(6_000, new Named("next"));
    pass(6_000);
    assertEquals(List.of("first in", "next"), due);
  }

  @Test
  void whoComesAfterALongStandstillHasAllOfTheirTime() {
    watch.in(10_000, new Named("there before"));
    nanos += TimeUnit.SECONDS.toNanos(500);
    watch.in(10_000, new Named("came after"));
    watch.in(200_000, new Named("more than a turn of the wheel"));
    watch.look();
    assertEquals(List.of("there before"), due);
    pass(9_000);
    assertEquals(List.of("there before"), due);
    pass(2_000);
    assertEquals(List.of("there before", "came after"), due);
    pass(188_000);
    assertEquals(2, due.size());
    pass(1_000);
    assertEquals(3, due.size());
  }

  @Test
  void aStreamThatEndsWithABeatIsNotWatchedAnyMore() {
    List<Watch.Entry> its = new ArrayList<>();
    its.add(
        StreamRoutes.beat(
            watch,
            1_000,
            () -> {
              due.add("beat");
              watch.off(its.get(0)); // what was written broke the connection
            }));
    watch.in(1_000, its.get(0));
    for (int i = 0; i < 3; i++) pass(1_000);
    assertEquals(List.of("beat"), due);
  }
}
