package io.plenary.load.net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * The way without WebSockets (PROTOCOL.md): one connection for the event stream, another for what
 * is sent. The first message is hello and opens the stream. A stream that ends, or a message that
 * cannot be brought to the server, ends the line.
 */
public final class StreamLine extends ChannelInboundHandlerAdapter
    implements Line, ChunkReader.Sink, EventReader.Sink {
  /** What stands at the near end. */
  public interface End extends Line.End {
    /** The server did not take a stream or a message; {@link #lost} follows. */
    void refused(StreamLine line, int status);
  }

  private static final int LOST = 1006;
  private final End end;
  private final Posts posts;
  private final ChunkReader chunks = new ChunkReader(this);
  private final EventReader events = new EventReader(this);
  private Channel channel;
  private SocketAddress from;
  private boolean greeted;
  private boolean over;
  private long frames;
  private long bytes;

  /**
   * @param number of the client; decides its source address
   */
  StreamLine(Loops loops, EventLoop loop, int port, int number, Repeats repeats, End end) {
    this.end = end;
    posts =
        new Posts(
            loop,
            () -> {
              PostConnection connection = new PostConnection();
              loops.open(loop, port, number, connection, connection::close);
              return connection;
            },
            repeats,
            this::undelivered);
  }

  @Override
  public void send(ByteBuf message) {
    if (greeted) {
      posts.send(message);
      return;
    }
    greeted = true;
    channel.writeAndFlush(
        Posts.request(message, "/api/v1/stream", "Content-Type: application/json\r\n"),
        channel.voidPromise());
    message.release();
  }

  @Override
  public void send(CharSequence text) {
    send(ByteBufUtil.writeUtf8(alloc(), text));
  }

  @Override
  public ByteBufAllocator alloc() {
    return channel.alloc();
  }

  @Override
  public SocketAddress from() {
    return from;
  }

  @Override
  public long frames() {
    return frames;
  }

  /** Heads and the answers to what was sent included. */
  @Override
  public long bytes() {
    return bytes + posts.bytes();
  }

  /** {@link End#lost} is not called for it. */
  @Override
  public void close() {
    over = true;
    posts.close();
    if (channel != null) channel.close();
  }

  /** Torn, ended, or never made. */
  void gone() {
    if (over) return;
    close();
    end.lost(this, LOST);
  }

  private void undelivered(int status) {
    if (status != 0) end.refused(this, status);
    gone();
  }

  @Override
  public void head(int status) {
    if (status == 200 || over) return;
    end.refused(this, status);
    gone();
  }

  @Override
  public void chunk(ByteBuf buf, int at, int length) {
    if (!over) events.read(buf, at, length);
  }

  @Override
  public void end() {
    gone();
  }

  @Override
  public void event(String name, ByteBuf buf, int at, int length) {
    frames++;
    if (over) return;
    if (name.equals("open")) posts.open(buf.toString(at, length, StandardCharsets.US_ASCII));
    else if (name.isEmpty()) end.text(buf, at, length);
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    channel = ctx.channel();
    from = channel.localAddress();
    if (over) channel.close();
    else end.opened(this);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object msg) {
    ByteBuf in = (ByteBuf) msg;
    bytes += in.readableBytes();
    chunks.read(in);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    chunks.release();
    events.release();
    gone();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (!(cause instanceof java.io.IOException)) cause.printStackTrace();
    ctx.close();
  }
}
