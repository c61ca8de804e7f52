package io.plenary.load.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.plenary.load.net.Frames;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The golden upvote of one Q&A. The ref is the seq. */
public final class UpvoteTemplate {
  private enum Slot {
    REF("700000001"),
    SEQ("700000002"),
    N("700000003"),
    ON("\"on\":true");

    final String mark;

    Slot(String mark) {
      this.mark = mark;
    }
  }

  private final Cut<Slot> cut;

  public UpvoteTemplate(Golden golden, String activity, long round) {
    String text =
        golden
            .client("castUpvote")
            .put("activity", activity)
            .put("round", round)
            .put("on", true)
            .put("ref", Long.parseLong(Slot.REF.mark))
            .put("seq", Long.parseLong(Slot.SEQ.mark))
            .put("n", Long.parseLong(Slot.N.mark))
            .toString();
    cut = new Cut<>(text, List.of(Slot.values()), slot -> slot.mark);
  }

  /** For {@link io.plenary.load.net.Line#send}. */
  public ByteBuf message(ByteBufAllocator alloc, long seq, int n, boolean on) {
    ByteBuf buf = Frames.begin(alloc, cut.length() + 40);
    cut.write(
        buf,
        (slot, to) ->
            to.writeCharSequence(
                switch (slot) {
                  case REF, SEQ -> Long.toString(seq);
                  case N -> Integer.toString(n);
                  case ON -> on ? "\"on\":true" : "\"on\":false";
                },
                StandardCharsets.US_ASCII));
    return buf;
  }
}
