package io.plenary.load.phone;

import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import io.plenary.load.net.Line;
import io.plenary.load.net.WsLine;

/** A phone without a line, of which tests say what it has heard. */
public final class PlayedVoter extends Voter {
  public PlayedVoter(int number, Crowd crowd, EventLoop loop) {
    super(number, crowd, loop);
  }

  public void voted(long made, long answered) {
    votes.seq = made;
    votes.acked = answered;
  }

  @Override
  protected void write(long n) {}

  @Override
  protected void beat() {}

  @Override
  public void connected(WsLine line) {}

  @Override
  public void response(WsLine line, int status, String body) {}

  @Override
  public void opened(Line line) {}

  @Override
  public void text(ByteBuf buf, int at, int length) {}
}
