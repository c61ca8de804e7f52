package io.plenary.load.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.plenary.load.net.Frames;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The golden vote, cut where its ids and numbers stand: a vote is written without any JSON work.
 */
public final class VoteTemplate {
  private enum Slot {
    REF("700000001"),
    SEQ("700000002"),
    HELD("700000003"),
    VOTE("@@vote@@"),
    ANSWER("\"@@answer@@\"");

    final String mark;

    Slot(String mark) {
      this.mark = mark;
    }
  }

  private static final byte[] SYMBOLS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"
          .getBytes(StandardCharsets.US_ASCII);
  private static final int ID = 22;

  private final Cut<Slot> cut;
  private final Answers answers;
  private final long salt;

  /**
   * @param salt makes the vote ids of this run its own
   */
  public VoteTemplate(Golden golden, String activity, long round, Answers answers, long salt) {
    this.answers = answers;
    this.salt = salt;
    ObjectNode vote =
        golden
            .client("castVote-single")
            .put("activity", activity)
            .put("round", round)
            .put("heldMs", Long.parseLong(Slot.HELD.mark));
    vote.put("ref", Long.parseLong(Slot.REF.mark))
        .put("seq", Long.parseLong(Slot.SEQ.mark))
        .put("vote", Slot.VOTE.mark);
    vote.putArray("answer").add(Slot.ANSWER.mark.substring(1, Slot.ANSWER.mark.length() - 1));
    cut = new Cut<>(vote.toString(), List.of(Slot.values()), slot -> slot.mark);
  }

  public Answers answers() {
    return answers;
  }

  /**
   * For {@link io.plenary.load.net.Line#send}. The same phone and seq always give the same vote.
   * The ref is the seq.
   *
   * @param heldMs since the person pressed, and the way to the server
   */
  public ByteBuf message(ByteBufAllocator alloc, int phone, long seq, long heldMs) {
    CharSequence choice = answers.json(phone, seq);
    ByteBuf buf = Frames.begin(alloc, cut.length() + ID + 60 + choice.length());
    cut.write(
        buf,
        (slot, to) -> {
          switch (slot) {
            case REF, SEQ -> to.writeCharSequence(Long.toString(seq), StandardCharsets.US_ASCII);
            case HELD -> to.writeCharSequence(Long.toString(heldMs), StandardCharsets.US_ASCII);
            case VOTE -> id(to, phone, seq);
            default -> to.writeCharSequence(choice, StandardCharsets.US_ASCII);
          }
        });
    return buf;
  }

  private void id(ByteBuf buf, int phone, long seq) {
    long a = mix(salt ^ ((long) phone << 32) ^ seq);
    long b = mix(a + salt);
    for (int i = 0; i < ID; i++) {
      long bits = i < 10 ? a >>> i * 6 : b >>> (i - 10) * 5;
      buf.writeByte(SYMBOLS[(int) (bits & 63)]);
    }
  }

  /** The finaliser of SplitMix64. */
  private static long mix(long z) {
    long x = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    x = (x ^ x >>> 27) * 0x94d049bb133111ebL;
    return x ^ x >>> 31;
  }
}
