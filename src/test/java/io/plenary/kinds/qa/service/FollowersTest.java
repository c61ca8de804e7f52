package io.plenary.kinds.qa.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.kinds.qa.wire.QaMessage.WatchQueue;
import io.plenary.kinds.qa.wire.QaServerMessage.QuestionsMoved;
import io.plenary.kinds.qa.wire.QaServerMessage.QueueHead;
import io.plenary.kinds.qa.wire.QaServerMessage.QueueMoved;
import io.plenary.kinds.qa.wire.QueueWire.QueueItem;
import io.plenary.protocol.ServerMessage;
import io.vertx.core.Future;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Frames, and what the machine notices for them, are made for who follows; who follows misses
 * nothing.
 */
class FollowersTest {
  private static final int MANY = 1_000;
  private final ShelfStore store = new ShelfStore();
  private final OneRoom room = new OneRoom(store);

  FollowersTest() {
    for (int n = 1; n <= MANY; n++) store.ask(n, "Will there be parking for number " + n + "?");
    room.start();
    room.tick(3);
  }

  private int notLookedAt() {
    return room.live().memory.similar.waiting();
  }

  private Future<ServerMessage> head() {
    return room.queue.head(OneRoom.EVENT, new WatchQueue(1, OneRoom.QA, true), "hand");
  }

  @Test
  void nothingIsNoticedForNobody() {
    assertEquals(MANY, notLookedAt());
    store.ask(MANY + 1, "Is there one more?").publish(1, "Will there be parking?");
    room.moved();
    assertEquals(MANY + 1, notLookedAt());
    assertTrue(room.live().queue.upcoming().isEmpty(), "nor is it kept for later");
  }

  @Test
  void whoFollowsFirstIsShownAllOfItAndTheLoopStaysFreeMeanwhile() {
    room.watchQueue();
    Future<ServerMessage> answer = head();
    int turns = 0;
    for (int before = notLookedAt(); room.loop.turn(); before = notLookedAt(), turns++) {
      assertTrue(before - notLookedAt() <= 50, "too many in one turn");
    }
    assertTrue(turns >= MANY / 50);
    assertEquals(0, notLookedAt());
    List<QueueItem> items = ((QueueHead) answer.result()).items();
    assertEquals("q1", items.get(0).id());
    assertFalse(items.get(0).like().isEmpty(), "with those that are like it");
  }

  @Test
  void everyFrameAfterTheHeadArrives() {
    room.watchQueue();
    room.watchList();
    Future<ServerMessage> answer = head();
    room.loop.run();
    QueueHead head = (QueueHead) answer.result();
    store.publish(1, "Will there be parking?").ask(MANY + 1, "One more?");
    room.moved();
    QueueMoved frame = room.heard(QueueMoved.class).get(0);
    assertEquals(List.of(head.feed(), head.frame() + 1), List.of(frame.feed(), frame.frame()));
    List<String> put = frame.put().stream().map(QueueItem::id).toList();
    assertTrue(put.contains("q1") && put.contains("q" + (MANY + 1)), put.toString());
    assertEquals(1, room.heard(QuestionsMoved.class).size());
  }

  @Test
  void whoComesBackLearnsByTheNumberThatSomethingIsMissing() {
    room.watchQueue();
    room.watchList();
    store.publish(1, "Will there be parking?");
    room.moved();
    long queued = room.heard(QueueMoved.class).get(0).frame();
    long listed = room.heard(QuestionsMoved.class).get(0).frame();
    room.leave();
    store.publish(2, "Will there be more parking?");
    room.moved();
    room.forget();
    room.watchQueue();
    room.watchList();
    assertTrue(room.live().view.frame() > listed, "a head now says more than the last frame did");
    store.publish(3, "And bicycles?");
    room.moved();
    assertTrue(room.heard(QueueMoved.class).get(0).frame() > queued + 1);
    QuestionsMoved frame = room.heard(QuestionsMoved.class).get(0);
    assertTrue(frame.frame() > listed + 1);
    assertEquals(List.of(3L), frame.put().stream().map(q -> q.n()).toList());
  }
}
