package io.plenary.load.fault;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.plenary.load.net.Loops;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * One connection through the proxy; both ends on one event loop. Each way keeps its order, however
 * long it takes.
 */
final class Pipe {
  private static final ByteBuf SOCKET =
      Unpooled.unreleasableBuffer(Unpooled.copiedBuffer("GET /ws ", StandardCharsets.US_ASCII));
  private static final ByteBuf SWITCHING =
      Unpooled.unreleasableBuffer(Unpooled.copiedBuffer("HTTP/1.1 101", StandardCharsets.US_ASCII));
  private final FaultProxy proxy;
  private final Channel phone;
  private final SocketAddress from;
  private final long halfNanos;
  private final Deque<ByteBuf> up = new ArrayDeque<>();
  private final Deque<ByteBuf> down = new ArrayDeque<>();
  private final MessageCutter messages = new MessageCutter();
  private Channel server;
  private boolean upgraded;
  private boolean muteUp;
  private boolean muteDown;
  private boolean over;
  private long stalledUntil;

  Pipe(FaultProxy proxy, Channel phone) {
    this.proxy = proxy;
    this.phone = phone;
    from = phone.remoteAddress();
    halfNanos = TimeUnit.MILLISECONDS.toNanos(proxy.faults().latencyMs()) / 2;
  }

  ChannelHandler phoneSide() {
    return new Side(true);
  }

  void connect(Loops loops, int port) {
    new Bootstrap()
        .group(phone.eventLoop())
        .channel(loops.channel())
        .option(ChannelOption.TCP_NODELAY, true)
        .handler(new Side(false))
        .connect("127.0.0.1", port)
        .addListener(
            done -> {
              if (done.isSuccess()) phone.config().setAutoRead(true);
              else end();
            });
  }

  /** Both ends get an RST. */
  void reset() {
    phone
        .eventLoop()
        .execute(
            () -> {
              if (over || silent()) return;
              proxy.counts().resets.increment();
              end();
            });
  }

  /**
   * Nothing comes through any more, and nobody is told. @param way 0 both ways, 1 from the phone, 2
   * to the phone
   */
  void silence(int way) {
    phone
        .eventLoop()
        .execute(
            () -> {
              if (over || silent()) return;
              proxy.counts().silenced.increment();
              muteUp = way != 2;
              muteDown = way != 1;
              proxy.silence().begins(from, way);
            });
  }

  /** Where the phone's side comes from. */
  SocketAddress from() {
    return from;
  }

  boolean silent() {
    return muteUp || muteDown;
  }

  void stall(long ms) {
    phone
        .eventLoop()
        .execute(
            () -> {
              if (over || silent()) return;
              proxy.counts().stalls.increment();
              stalledUntil = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ms);
            });
  }

  private void end() {
    over = true;
    proxy.gone(this);
    abort(phone);
    if (server != null) abort(server);
    messages.release();
  }

  private static void abort(Channel channel) {
    if (channel.isOpen()) channel.config().setOption(ChannelOption.SO_LINGER, 0);
    channel.close();
  }

  private void fromPhone(ByteBuf in) {
    if (!upgraded) {
      boolean socket = proxy.faults().socketsBlocked() && begins(in, SOCKET);
      if (socket) refuse(in);
      else pass(up, server, in);
      return;
    }
    messages.take(
        in,
        message -> {
          boolean twice =
              !proxy.isCalm()
                  && messages.taken() > 1
                  && ThreadLocalRandom.current().nextDouble() < proxy.faults().duplicates();
          if (twice) {
            proxy.counts().doubled.increment();
            pass(up, server, message.retainedDuplicate());
          }
          pass(up, server, message);
        });
  }

  /** What the phone sends after the switch are WebSocket messages only. */
  private void fromServer(ByteBuf in) {
    if (!upgraded && begins(in, SWITCHING)) {
      upgraded = true;
      proxy.counts().upgraded.increment();
    }
    pass(down, phone, in);
  }

  /** A phone writes a request in one piece. */
  private void refuse(ByteBuf request) {
    request.release();
    proxy.counts().refused.increment();
    pass(
        down,
        phone,
        Unpooled.copiedBuffer(
            "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
            StandardCharsets.US_ASCII));
  }

  private static boolean begins(ByteBuf in, ByteBuf with) {
    int length = with.readableBytes();
    return in.readableBytes() >= length
        && ByteBufUtil.equals(in, in.readerIndex(), with, 0, length);
  }

  /**
   * Each timer sends what is first in its way: timers meant for the same moment need not fire in
   * order.
   */
  private void pass(Deque<ByteBuf> way, Channel to, ByteBuf bytes) {
    way.add(bytes);
    long now = System.nanoTime();
    long wait = Math.max(halfNanos, stalledUntil - now);
    to.eventLoop()
        .schedule(
            () -> {
              ByteBuf first = way.remove();
              if (over || (way == up ? muteUp : muteDown)) first.release();
              else to.writeAndFlush(first, to.voidPromise());
            },
            wait,
            TimeUnit.NANOSECONDS);
  }

  private final class Side extends ChannelInboundHandlerAdapter {
    private final boolean ofPhone;

    Side(boolean ofPhone) {
      this.ofPhone = ofPhone;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
      if (!ofPhone) server = ctx.channel();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
      ByteBuf in = (ByteBuf) msg;
      if (over || (ofPhone ? muteUp : muteDown)) in.release();
      else if (ofPhone) fromPhone(in);
      else fromServer(in);
    }

    /** A silent line stays half open: its other end is not told. */
    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
      if (silent()) proxy.gone(Pipe.this);
      else if (!over) end();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      ctx.close();
    }
  }
}
