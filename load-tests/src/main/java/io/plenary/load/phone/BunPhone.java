package io.plenary.load.phone;

import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import io.plenary.load.net.Line;
import io.plenary.load.net.WsLine;

/** Gets what Bun publishes; the first message says that it is in. */
public final class BunPhone extends Voter {
  public BunPhone(int number, Crowd crowd, EventLoop loop) {
    super(number, crowd, loop);
  }

  @Override
  public void connected(WsLine l) {
    l.upgrade("/phone", "");
  }

  @Override
  public void response(WsLine l, int status, String body) {
    crowd.odd("HTTP " + status);
    l.close();
  }

  @Override
  public void opened(Line l) {}

  @Override
  public void text(ByteBuf buf, int at, int length) {
    if (live) crowd.picture(this);
    else arrived();
  }

  @Override
  protected void write(long seq) {
    throw new UnsupportedOperationException("nobody votes here");
  }

  @Override
  protected void beat() {}
}
