package io.plenary.load.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * A connection for requests, one after the other, kept open between them. Lives on one event loop.
 */
final class PostConnection extends ChannelInboundHandlerAdapter {
  private final HttpReader http = new HttpReader();
  private Channel channel;
  private ByteBuf early;
  private IntConsumer asker;
  private ScheduledFuture<?> patience;
  private boolean over;
  private long bytes;

  /** False: another one is needed. */
  boolean usable() {
    return !over;
  }

  long bytes() {
    return bytes;
  }

  /**
   * Asks; the one before has to be answered.
   *
   * @param request whole, taken over
   * @param withinMs after this the connection is given up
   * @param answer called once: with the status, or with 0 when there is none
   */
  void ask(io.netty.channel.EventLoop loop, ByteBuf request, long withinMs, IntConsumer answer) {
    if (asker != null) throw new IllegalStateException("one at a time");
    asker = answer;
    patience = loop.schedule(this::close, withinMs, TimeUnit.MILLISECONDS);
    if (channel == null) early = request;
    else channel.writeAndFlush(request, channel.voidPromise());
  }

  /** What was asked ends without an answer. */
  void close() {
    over = true;
    if (early != null) early.release();
    early = null;
    if (channel != null) channel.close();
    answered(0);
  }

  private void answered(int status) {
    IntConsumer to = asker;
    asker = null;
    if (to == null) return;
    patience.cancel(false);
    to.accept(status);
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    channel = ctx.channel();
    if (over) channel.close();
    else if (early != null) channel.writeAndFlush(early, channel.voidPromise());
    early = null;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object msg) {
    ByteBuf in = (ByteBuf) msg;
    bytes += in.readableBytes();
    while (!over && in.isReadable()) {
      HttpReader.Answer answer = http.read(in);
      if (answer != null) answered(answer.status());
    }
    in.release();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    close();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (!(cause instanceof java.io.IOException)) cause.printStackTrace();
    ctx.close();
  }
}
