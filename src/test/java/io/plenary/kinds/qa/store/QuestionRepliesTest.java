package io.plenary.kinds.qa.store;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.plenary.redis.store.StoreTest;
import io.vertx.redis.client.Command;
import org.junit.jupiter.api.Test;

class QuestionRepliesTest extends StoreTest {
  /** Whoever asked would be told for good that there is no such Q&A, and it is not known. */
  @Test
  void anAnswerThatNobodyKnowsIsAFaultAndNoRefusal() {
    var odd = send(Command.EVAL, "return 99", 0);
    assertThrows(IllegalStateException.class, () -> QuestionReplies.asked(odd));
    assertThrows(IllegalStateException.class, () -> QuestionReplies.cast(odd));
    assertThrows(IllegalStateException.class, () -> QuestionReplies.committed(odd));
  }
}
