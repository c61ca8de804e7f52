package io.plenary.load.phone;

import com.fasterxml.jackson.databind.JsonNode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.EventLoop;
import io.plenary.load.wire.Answer;
import io.plenary.load.wire.Golden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicLongArray;

/** A phone that hears what others in the room show. */
public final class Fan extends PlenaryPhone {
  private final AtomicLongArray shown = new AtomicLongArray(Applause.KINDS.size());
  private volatile long frames;
  private volatile boolean told;

  public Fan(int number, Crowd crowd, EventLoop loop, Hall hall) {
    super(number, crowd, loop, hall);
  }

  @Override
  public void text(ByteBuf buf, int at, int length) {
    if (Answer.kind(buf, at, length) != Answer.Kind.REACTIONS) {
      super.text(buf, at, length);
      return;
    }
    JsonNode message;
    try {
      message = Golden.JSON.readTree(ByteBufUtil.getBytes(buf, at, length));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (int kind = 0; kind < Applause.KINDS.size(); kind++) {
      shown.addAndGet(kind, message.get("added").get(Applause.KINDS.get(kind)).asLong());
    }
    told |= message.has("totals");
    frames = frames + 1;
  }

  /** Taps of this kind in all frames so far. */
  public long shown(int kind) {
    return shown.get(kind);
  }

  /** Frames of reactions so far. */
  public long applauded() {
    return frames;
  }

  /** Whether it was ever told totals, which are for the stage and for those who run it. */
  public boolean told() {
    return told;
  }
}
