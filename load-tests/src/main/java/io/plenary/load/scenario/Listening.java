package io.plenary.load.scenario;

import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import io.plenary.load.phone.Crowd;
import io.plenary.load.phone.PlenaryPhone;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A phone that notices when it is told that the store is away. */
final class Listening extends PlenaryPhone {
  private final AtomicInteger away;

  /**
   * @param away counts how often
   */
  Listening(int number, Crowd crowd, EventLoop loop, Hall hall, AtomicInteger away) {
    super(number, crowd, loop, hall);
    this.away = away;
  }

  @Override
  public void text(ByteBuf buf, int at, int length) {
    if (buf.toString(at, length, StandardCharsets.UTF_8).contains("\"away\"")) {
      away.incrementAndGet();
    }
    super.text(buf, at, length);
  }
}
