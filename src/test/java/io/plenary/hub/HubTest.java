package io.plenary.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.protocol.CloseCode;
import io.plenary.redis.Await;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class HubTest {
  private static final Topic HALL = new Topic("ev", "hall", Audience.STAGE);
  private static final Topic LIST =
      new Topic(HALL.eventId(), HALL.roomId(), HALL.audience(), Channel.QUESTIONS);
  private static final Topic ROOM = new Topic("ev", "room", Audience.ATTENDEE);
  private final Hub hub = new Hub();
  private final Loop one = new Loop();
  private final Loop two = new Loop();

  private final class Loop extends VerticleBase {
    private final List<String> got = new CopyOnWriteArrayList<>();
    private Hub.Seat seat;
    private Context own;

    @Override
    public Future<?> start() {
      own = context;
      seat = hub.join(vertx);
      return Future.succeededFuture();
    }

    Outbox open(String name) {
      return new Outbox(
          new Sink() {
            @Override
            public void write(Frame frame) {
              got.add(here(name + " " + frame.text()));
            }

            @Override
            public boolean full() {
              return false;
            }

            @Override
            public void close(CloseCode code) {
              got.add(here(name + " closed " + code));
            }
          },
          System::nanoTime);
    }

    private String here(String what) {
      return Vertx.currentContext() == own ? what : what + " on a foreign thread";
    }

    void on(Runnable work) {
      Promise<Void> done = Promise.promise();
      own.runOnContext(
          v -> {
            work.run();
            done.complete();
          });
      Await.result(done.future());
    }

    List<String> got() {
      on(() -> {});
      return List.copyOf(got);
    }
  }

  @BeforeEach
  void deploy(Vertx vertx) {
    Await.result(vertx.deployVerticle(one));
    Await.result(vertx.deployVerticle(two));
    assertNotSame(one.own, two.own);
  }

  @Test
  void aFrameReachesEveryFollowerOnItsOwnLoopInOrder() {
    one.on(
        () -> {
          one.seat.follow(HALL, one.open("a"));
          one.seat.follow(ROOM, one.open("b"));
          assertEquals(2, one.seat.size());
          assertSame(one.own, one.seat.context());
        });
    two.on(() -> two.seat.follow(HALL, two.open("c")));
    IntStream.range(0, 100).forEach(i -> hub.broadcast(HALL, Frames.text("f" + i, "x")));
    hub.broadcast(t -> t.eventId().equals("ev"), Frames.text("all", "x"));
    hub.broadcast(t -> t.eventId().equals("other"), Frames.text("none", "x"));
    List<String> fs = IntStream.range(0, 100).mapToObj(i -> " f" + i).toList();
    assertEquals(
        fs.stream().map(f -> "a" + f).toList(),
        one.got().stream().filter(t -> t.startsWith("a f")).toList());
    assertEquals(101, two.got().size());
    assertTrue(one.got().contains("a all") && one.got().contains("b all"));
    assertEquals(102, one.got().size());
  }

  @Test
  void whoFollowsMoreIsCountedAndToldOnce() {
    Outbox a = one.open("a");
    one.on(
        () -> {
          one.seat.follow(HALL, a);
          one.seat.follow(LIST, a);
          assertEquals(1, one.seat.size());
        });
    hub.broadcast(t -> true, Frames.text("store", "x"));
    hub.broadcast(LIST, Frames.text("moved", "y", Channel.QUESTIONS));
    hub.broadcast(HALL, Frames.text("snapshot", "snapshot"));
    assertEquals(List.of("a store", "a moved", "a snapshot"), one.got());
    hub.close(t -> true, CloseCode.RESTARTING);
    assertEquals(List.of("a closed RESTARTING"), one.got().subList(3, one.got().size()));
  }

  @Test
  void whoLeftHearsNothingAndWhoIsClosedHearsWhy() {
    Outbox a = one.open("a");
    one.on(
        () -> {
          one.seat.follow(HALL, a);
          one.seat.leave(HALL, a);
          one.seat.leave(HALL, a);
          one.seat.leave(ROOM, a);
        });
    two.on(() -> two.seat.follow(HALL, two.open("c")));
    hub.close(HALL::equals, CloseCode.EVENT_GONE);
    hub.broadcast(HALL, Frames.text("late", "x"));
    assertEquals(List.of(), one.got());
    assertEquals(List.of("c closed EVENT_GONE"), two.got());
    one.on(() -> assertEquals(0, one.seat.size()));
  }

  @Test
  void knowsOnEveryThreadWhetherSomebodyFollows() {
    Outbox a = one.open("a");
    Outbox b = one.open("b");
    Outbox c = two.open("c");
    assertFalse(hub.followed(HALL) || hub.events().contains("ev"));
    one.on(
        () -> {
          one.seat.follow(HALL, a);
          one.seat.follow(HALL, a);
          one.seat.follow(HALL, b);
        });
    two.on(() -> two.seat.follow(HALL, c));
    assertTrue(hub.followed(HALL));
    assertFalse(hub.followed(ROOM));
    assertEquals(Set.of("ev"), hub.events());
    one.on(
        () -> {
          one.seat.leave(HALL, a);
          one.seat.leave(HALL, a);
        });
    two.on(() -> two.seat.leave(HALL, c));
    assertTrue(hub.followed(HALL), "one is left");
    one.on(() -> one.seat.leave(HALL, b));
    assertFalse(hub.followed(HALL));
    assertEquals(Set.of(), hub.events());
  }

  @Test
  void followersMayLeaveWhileAFrameIsDelivered() {
    one.on(
        () -> {
          Outbox[] b = new Outbox[1];
          Outbox a =
              new Outbox(
                  new OpenSink(
                      frame -> {
                        one.seat.leave(HALL, b[0]);
                        one.got.add("a " + frame.text());
                      }),
                  System::nanoTime);
          b[0] = one.open("b");
          one.seat.follow(HALL, a);
          one.seat.follow(HALL, b[0]);
        });
    hub.broadcast(HALL, Frames.text("x", "x"));
    hub.broadcast(HALL, Frames.text("y", "x"));
    assertTrue(one.got().containsAll(List.of("a x", "a y")));
    assertTrue(!one.got().contains("b y"));
  }

  @Test
  void workOnAnotherLoopIsAnsweredOnTheCallersAndItsFaultsToo() {
    Promise<Context> answered = Promise.promise();
    Promise<Throwable> failed = Promise.promise();
    one.on(
        () ->
            Loops.call(two.own, () -> Future.succeededFuture(Vertx.currentContext()))
                .onSuccess(
                    ran -> {
                      assertSame(two.own, ran);
                      answered.complete(Vertx.currentContext());
                    }));
    assertSame(one.own, Await.result(answered.future()));
    IllegalStateException fault = new IllegalStateException("test");
    one.on(
        () ->
            Loops.call(
                    two.own,
                    () -> {
                      throw fault;
                    })
                .onFailure(failed::complete));
    assertSame(fault, Await.result(failed.future()));
  }
}
