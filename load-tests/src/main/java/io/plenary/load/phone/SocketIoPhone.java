package io.plenary.load.phone;

import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import io.plenary.load.net.Line;
import io.plenary.load.net.WsLine;
import io.plenary.load.wire.Answers;

/**
 * A phone of the yardstick. Speaks Engine.IO 4 over WebSocket and Socket.IO 5 by hand: {@code 0}
 * open, {@code 2} ping, {@code 3} pong, {@code 40} connect, {@code 42} event, {@code 43}
 * acknowledgement, a number of an acknowledgement behind it.
 */
public final class SocketIoPhone extends Voter {
  /** Options of the yardstick's polls are 0 to 5. */
  public static final Answers CHOICES =
      Answers.single(java.util.List.of("0", "1", "2", "3", "4", "5"));

  public static final String PATH = "/socket.io/?EIO=4&transport=websocket";

  public SocketIoPhone(int number, Crowd crowd, EventLoop loop) {
    super(number, crowd, loop);
  }

  @Override
  public void connected(WsLine l) {
    l.upgrade(PATH, crowd.headers(this));
  }

  @Override
  public void response(WsLine l, int status, String body) {
    crowd.odd("HTTP " + status);
    l.close();
  }

  @Override
  public void opened(Line l) {}

  @Override
  protected void write(long n) {
    line.send("42" + n + "[\"vote\"," + CHOICES.of(number, n).get(0) + "]");
  }

  /** The server beats here. */
  @Override
  protected void beat() {}

  @Override
  public void text(ByteBuf buf, int at, int length) {
    switch (buf.getByte(at)) {
      case '0' -> line.send("40{\"participant\":\"p" + number + "\",\"role\":\"phone\"}");
      case '2' -> line.send("3");
      case '4' -> message(buf, at, length);
      default -> {}
    }
  }

  private void message(ByteBuf buf, int at, int length) {
    byte kind = buf.getByte(at + 1);
    if (kind == '2' && !live) {
      arrived();
    } else if (kind == '3') {
      counted(buf, at + 2, at + length);
    }
  }

  /** {@code 43}, the vote's number, {@code [true]} where it was taken. */
  private void counted(ByteBuf buf, int from, int end) {
    long n = 0;
    int at = from;
    for (; at < end && buf.getByte(at) != '['; at++) n = n * 10 + buf.getByte(at) - '0';
    if (at + 1 < end && buf.getByte(at + 1) == 't') answered(n);
    else crowd.odd("refused");
  }
}
