package io.plenary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plenary.Heap.Room;
import io.plenary.metrics.Traffic;
import io.plenary.redis.Await;
import io.vertx.core.Vertx;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HousekeepingTest {
  private static final long MB = 1 << 20;
  private final Vertx vertx = Vertx.vertx();
  private final Traffic traffic = new Traffic();
  private final AtomicLong votes = new AtomicLong();
  private final AtomicInteger collected = new AtomicInteger();
  private volatile @Nullable Room room;
  private volatile long used = 30 * MB;
  private volatile long live = 30 * MB;
  private final Housekeeping house =
      new Housekeeping(
          traffic,
          votes::get,
          () -> used,
          kept -> {
            used = live;
            room = kept;
            collected.incrementAndGet();
          });

  @AfterEach
  void close() {
    Await.result(vertx.close());
  }

  /** One look, and whatever it begins, on one context as in the server. */
  private void look() {
    on(() -> house.look(vertx));
  }

  private void now() {
    on(() -> house.now(vertx));
  }

  private void on(Runnable what) {
    var context = vertx.getOrCreateContext();
    Await.result(
        io.vertx.core.Future.<Void>future(
            done ->
                context.runOnContext(
                    v -> {
                      what.run();
                      vertx.executeBlocking(() -> null).onComplete(w -> done.complete());
                    })));
  }

  private void come(int people) {
    traffic.connections("attendee").add(people);
  }

  @Test
  void whatWasMadeForAHallThatLeftIsGivenBackOnce() {
    look();
    look();
    assertEquals(1, collected.get(), "what starting left");
    come(10_000);
    live = 60 * MB;
    used = 61 * MB;
    look();
    assertEquals(2, collected.get());
    assertEquals(Room.SOME, room, "who is there rests");
    look();
    assertEquals(2, collected.get(), "nothing more is to be had");
    come(-10_000);
    live = 30 * MB;
    look();
    look();
    assertEquals(3, collected.get());
    assertEquals(30 * MB, used);
  }

  @Test
  void nobodyWaitsForItWhileAHallVotes() {
    look();
    come(1_000);
    used = 100 * MB;
    for (int i = 0; i < 700; i++) traffic.sent(100);
    look();
    assertEquals(1, collected.get());
    for (int i = 0; i < 500; i++) traffic.sent(100);
    look();
    assertEquals(2, collected.get(), "pages that are only there ask something now and then");
  }

  @Test
  void nobodyWaitsForItWhileVotesComeHoweverFew() {
    look();
    come(10_000);
    used = 100 * MB;
    for (int i = 0; i < 3; i++) {
      votes.incrementAndGet();
      traffic.sent(100);
      look();
      assertEquals(1, collected.get());
    }
    look();
    assertEquals(2, collected.get());
  }

  @Test
  void aFewWhoComeAndGoAreNoReason() {
    look();
    for (int i = 0; i < 10; i++) {
      come(150);
      look();
      come(-150);
      look();
    }
    assertEquals(1, collected.get());
  }

  @Test
  void whatARehearsalLeftIsGivenBackAtOnceWhenNobodyIsHere() {
    look();
    used = 31 * MB;
    for (int i = 0; i < 700; i++) traffic.sent(100);
    now();
    assertEquals(2, collected.get());
    come(1);
    now();
    assertEquals(2, collected.get(), "who came meanwhile does not wait");
  }

  @Test
  void aHallThatIsBackWithinTwoMinutesFindsTheRoomItHad() {
    look();
    for (int times = 1; times <= 3; times++) {
      come(10_000);
      look();
      come(-10_000);
      look();
      assertEquals(1 + times, collected.get());
      assertEquals(Room.HALL, room, "the network was gone, perhaps");
      for (int i = 2; i < Housekeeping.GONE_LOOKS; i++) look();
      assertEquals(1 + times, collected.get());
    }
    look();
    assertEquals(5, collected.get());
    assertEquals(Room.NONE, room, "gone for good");
    for (int i = 0; i < 2 * Housekeeping.GONE_LOOKS; i++) look();
    assertEquals(5, collected.get(), "nothing more is to be had");
  }

  @Test
  void aDeskThatStaysKeepsNoRoomForAHall() {
    look();
    come(10_000);
    look();
    come(-9_999);
    for (int i = 0; i < Housekeeping.GONE_LOOKS; i++) look();
    assertEquals(Room.NONE, room);
    room = null;
    used = 50 * MB;
    look();
    assertEquals(Room.NONE, room, "nor later");
  }

  @Test
  void whatARehearsalLeftNeedsNoRoomAfterwards() {
    now();
    assertEquals(1, collected.get());
    assertEquals(Room.NONE, room);
  }
}
