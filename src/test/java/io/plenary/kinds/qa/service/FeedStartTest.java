package io.plenary.kinds.qa.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.event.RuleViolation;
import io.plenary.hub.Broker.ChangeNotification;
import io.plenary.kinds.qa.wire.QaMessage.WatchQuestions;
import io.plenary.kinds.qa.wire.QaServerMessage.QuestionsHead;
import io.plenary.kinds.qa.wire.QaServerMessage.QuestionsMoved;
import io.plenary.kinds.qa.wire.QaServerMessage.QueueMoved;
import io.plenary.kinds.qa.wire.QaWire.QuestionItem;
import io.plenary.kinds.qa.wire.QaWire.QuestionOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What people hear who come, or come back, while a node begins with many questions: the new ones,
 * not the old ones once more.
 */
class FeedStartTest {
  private static final int MANY = 1_200;
  private final ShelfStore store = new ShelfStore();
  private final OneRoom room = new OneRoom(store);

  FeedStartTest() {
    for (int n = 1; n <= MANY; n++) store.publish(n, "Question number " + n);
  }

  private QuestionsHead head() {
    return (QuestionsHead)
        OneRoom.said(
            room.lists.head(
                OneRoom.EVENT, new WatchQuestions(1, OneRoom.QA, true, QuestionOrder.POPULAR)));
  }

  private void aNewQuestionAndAnUpvoteComeWithTheNextFrame(QuestionsHead head) {
    store.publish(MANY + 1, "A new one").upvote(3);
    room.moved();
    List<QuestionsMoved> heard = room.heard(QuestionsMoved.class);
    assertEquals(1, heard.size(), "one frame says it all");
    QuestionsMoved frame = heard.get(0);
    assertEquals(List.of((long) MANY + 1), frame.put().stream().map(QuestionItem::n).toList());
    assertEquals(List.of(3L, 1L), frame.up());
    assertEquals(head.feed(), frame.feed());
    assertEquals(head.frame() + 1, frame.frame());
  }

  @Test
  void afterAStartWhatIsNewIsNotBehindWhatIsOld() {
    room.watchList();
    room.start();
    room.tick(3);
    assertEquals(List.of(), room.heard(QuestionsMoved.class));
    aNewQuestionAndAnUpvoteComeWithTheNextFrame(head());
  }

  @Test
  void afterTheStoreCameBackAsAnotherOneItIsTheSame() {
    room.watchList();
    room.watchQueue();
    room.start();
    room.tick(3);
    QuestionsHead before = head();
    room.forget();
    store.epoch = "after a restart";
    store.upvote(9); // nobody here heard of it
    room.questions.moved(new ChangeNotification(OneRoom.EVENT, ""));
    room.tick(3);
    List<QuestionsMoved> heard = room.heard(QuestionsMoved.class);
    assertEquals(1, heard.size(), "who follows hears that there is another feed");
    assertTrue(
        heard.get(0).put().isEmpty()
            && heard.get(0).up().isEmpty()
            && heard.get(0).gone().isEmpty());
    QuestionsHead head = head();
    assertNotEquals(before.feed(), head.feed());
    assertEquals(heard.get(0).feed(), head.feed());
    assertEquals(9, head.items().get(0).n());
    List<QueueMoved> queue = room.heard(QueueMoved.class);
    assertEquals(1, queue.size());
    assertTrue(queue.get(0).put().isEmpty() && queue.get(0).up().isEmpty());
    room.forget();
    aNewQuestionAndAnUpvoteComeWithTheNextFrame(head);
  }

  @Test
  void halfOfItIsShownToNobody() {
    room.watchList();
    room.watchQueue();
    store.held = true;
    room.start();
    room.tick(1);
    store.give(); // the first page of three
    room.tick(3);
    assertThrows(RuleViolation.class, this::head);
    store.give();
    store.give();
    room.tick(3);
    assertEquals(MANY, room.questions.view(OneRoom.EVENT, OneRoom.QA).index().size());
    assertEquals(List.of(), room.heard(QuestionsMoved.class));
    assertEquals(List.of(), room.heard(QueueMoved.class));
    store.held = false;
    aNewQuestionAndAnUpvoteComeWithTheNextFrame(head());
  }
}
