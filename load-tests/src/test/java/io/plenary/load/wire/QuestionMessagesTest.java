package io.plenary.load.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class QuestionMessagesTest {
  private final Golden golden = new Golden(Path.of(".."));

  @Test
  void an_upvote_is_the_golden_one_with_its_own_numbers() throws IOException {
    UpvoteTemplate template = new UpvoteTemplate(golden, "q1", 4);
    for (boolean on : new boolean[] {true, false}) {
      ByteBuf frame = template.message(UnpooledByteBufAllocator.DEFAULT, 123, 45, on);
      ObjectNode sent = (ObjectNode) Golden.JSON.readTree(frame.toString(StandardCharsets.UTF_8));
      ObjectNode wanted =
          golden
              .client(on ? "castUpvote" : "castUpvote-off")
              .put("activity", "q1")
              .put("round", 4)
              .put("ref", 123)
              .put("seq", 123)
              .put("n", 45);
      assertEquals(Golden.JSON.readTree(wanted.toString()), sent);
      frame.release();
    }
  }

  @Test
  void the_golden_answers_are_recognised() {
    assertEquals(Answer.Kind.UPVOTE_COUNTED, kind("upvoteCounted"));
    assertEquals(Answer.Kind.UPVOTE_REFUSED, kind("upvoteRefused"));
    assertEquals(Answer.Kind.QUESTION_ASKED, kind("questionAsked"));
    assertEquals(Answer.Kind.QUESTION_REFUSED, kind("questionRefused"));
    assertEquals(Answer.Kind.QUESTIONS_HEAD, kind("questionsHead"));
    assertEquals(Answer.Kind.QUESTIONS_MOVED, kind("questionsMoved"));
    assertEquals(Answer.Kind.QUESTION_PAGE, kind("questionPage"));
    assertEquals(Answer.Kind.QUESTION_TOTALS, kind("questionTotals"));
    assertEquals(Answer.Kind.REACTIONS, kind("reactions"));
    assertEquals(Answer.Kind.DONE, kind("done"));
    assertEquals(Answer.Kind.OWN_QUESTIONS, kind("ownQuestions"));
    assertEquals(Answer.Kind.OTHER, kind("overviewSnapshot"));
    assertEquals(Answer.Kind.OTHER, kind("queueHead"));
    ByteBuf counted = bytes("upvoteRefused-superseded");
    assertEquals(
        golden.server("upvoteRefused-superseded").get("seq").asLong(),
        Answer.number(counted, 0, counted.readableBytes(), Answer.SEQ));
  }

  private Answer.Kind kind(String name) {
    ByteBuf buf = bytes(name);
    return Answer.kind(buf, 0, buf.readableBytes());
  }

  private ByteBuf bytes(String name) {
    return Unpooled.copiedBuffer(golden.server(name).toString(), StandardCharsets.UTF_8);
  }
}
