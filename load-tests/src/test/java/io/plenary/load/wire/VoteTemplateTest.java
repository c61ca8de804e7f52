package io.plenary.load.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.plenary.load.net.Frames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class VoteTemplateTest {
  private final Golden golden = new Golden(Path.of(".."));

  private ObjectNode sent(VoteTemplate template, int phone, long seq) throws IOException {
    ByteBuf frame =
        Frames.seal(template.message(UnpooledByteBufAllocator.DEFAULT, phone, seq, seq * 3));
    assertEquals(0x81, frame.readUnsignedByte());
    int length = frame.readUnsignedByte();
    assertTrue(length >= 0x80, "a client's frame is masked");
    if (length == 0xfe) length = frame.readUnsignedShort();
    else length -= 0x80;
    byte[] mask = new byte[4];
    frame.readBytes(mask);
    assertEquals(length, frame.readableBytes());
    byte[] payload = new byte[length];
    frame.readBytes(payload);
    for (int i = 0; i < length; i++) payload[i] ^= mask[i % 4];
    return (ObjectNode) Golden.JSON.readTree(payload);
  }

  @Test
  void it_is_the_golden_vote_with_its_own_ids() throws IOException {
    Answers choices =
        Answers.of(List.of(List.of("o1"), List.of("o2", "o10"), List.of(), List.of("o10")));
    VoteTemplate template = new VoteTemplate(golden, "p1", 7, choices, 3);
    for (long seq = 1; seq < 2_000; seq += 37) {
      ObjectNode vote = sent(template, 12, seq);
      ObjectNode wanted =
          golden
              .client("castVote-single")
              .put("activity", "p1")
              .put("round", 7)
              .put("heldMs", seq * 3)
              .put("ref", seq)
              .put("seq", seq);
      wanted.set("answer", Golden.JSON.valueToTree(choices.of(12, seq)));
      wanted.set("vote", vote.get("vote"));
      assertEquals(Golden.JSON.readTree(wanted.toString()), vote);
      assertTrue(vote.get("vote").asText().matches("[A-Za-z0-9_-]{22}"), vote.get("vote").asText());
    }
  }

  @Test
  void the_same_vote_keeps_its_id_and_another_has_another() throws IOException {
    VoteTemplate template =
        new VoteTemplate(golden, "p1", 1, Answers.single(List.of("o1", "o2")), 3);
    assertEquals(sent(template, 1, 1), sent(template, 1, 1));
    assertNotEquals(sent(template, 1, 1).get("vote"), sent(template, 1, 2).get("vote"));
    assertNotEquals(sent(template, 1, 1).get("vote"), sent(template, 2, 1).get("vote"));
  }

  @Test
  void the_golden_answers_are_recognised() {
    assertEquals(Answer.Kind.VOTE_COUNTED, kind("voteCounted"));
    assertEquals(Answer.Kind.VOTE_REFUSED, kind("voteRefused-tooLate"));
    assertEquals(Answer.Kind.SNAPSHOT, kind("attendeeSnapshot-open"));
    assertEquals(Answer.Kind.WELCOME, kind("welcome-attendee"));
    assertEquals(Answer.Kind.ERROR, kind("error-tryAgain"));
    assertEquals(Answer.Kind.GOODBYE, kind("goodbye"));
    assertEquals(Answer.Kind.OTHER, kind("tally"));
    ByteBuf error = bytes("error-tryAgain");
    assertEquals(1, Answer.number(error, 0, error.readableBytes(), Answer.REF));
    assertEquals(1000, Answer.number(error, 0, error.readableBytes(), Answer.RETRY_AFTER));
    ByteBuf none = bytes("error-noRef");
    assertEquals(-1, Answer.number(none, 0, none.readableBytes(), Answer.REF));
  }

  private Answer.Kind kind(String name) {
    ByteBuf buf = bytes(name);
    return Answer.kind(buf, 0, buf.readableBytes());
  }

  private ByteBuf bytes(String name) {
    return io.netty.buffer.Unpooled.copiedBuffer(
        golden.server(name).toString(), java.nio.charset.StandardCharsets.UTF_8);
  }
}
