package io.plenary.load.net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * One TCP connection: plain requests first if wanted, then a WebSocket. Everything is called on its
 * event loop.
 */
public final class WsLine extends ChannelInboundHandlerAdapter implements Line, FrameReader.Sink {
  /** What stands at the near end. */
  public interface End extends Line.End {
    /** The connection stands. Ask something, or {@link WsLine#upgrade}. */
    void connected(WsLine line);

    /** Answer to a plain request, or to an upgrade that was refused. */
    void response(WsLine line, int status, String body);
  }

  private static final int SWITCHING = 101;
  private final End end;
  private HttpReader http = new HttpReader();
  private final FrameReader frames = new FrameReader(this);
  private Channel channel;
  private SocketAddress from;
  private boolean upgraded;
  private boolean over;
  private boolean abandoned;
  private int code = 1006;

  public WsLine(End end) {
    this.end = end;
  }

  /** A whole request, ASCII. */
  public void request(String text) {
    ByteBuf buf = channel.alloc().ioBuffer(text.length());
    channel.writeAndFlush(buf.setIndex(0, write(buf, text)), channel.voidPromise());
  }

  private static int write(ByteBuf buf, String text) {
    return buf.setCharSequence(0, text, StandardCharsets.US_ASCII);
  }

  /**
   * @param headers further header lines, each ended by CR LF
   * @param body JSON, ASCII
   */
  public void post(String path, String headers, String body) {
    request(
        "POST "
            + path
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
            + "Content-Length: "
            + body.length()
            + "\r\n"
            + headers
            + "\r\n"
            + body);
  }

  /**
   * @param headers further header lines, each ended by CR LF
   */
  public void upgrade(String path, String headers) {
    request(
        "GET "
            + path
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            + headers
            + "\r\n");
  }

  @Override
  public void send(ByteBuf message) {
    channel.writeAndFlush(Frames.seal(message), channel.voidPromise());
  }

  @Override
  public void send(CharSequence text) {
    channel.writeAndFlush(Frames.text(channel.alloc(), text), channel.voidPromise());
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
    return frames.frames();
  }

  @Override
  public long bytes() {
    return frames.bytes();
  }

  @Override
  public void close() {
    abandoned = true;
    if (channel != null) channel.close();
  }

  /** The connection could not be made. */
  void failed() {
    if (over) return;
    over = true;
    end.lost(this, channel == null ? REFUSED : code);
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    channel = ctx.channel();
    from = channel.localAddress();
    if (abandoned) channel.close();
    else end.connected(this);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object msg) {
    ByteBuf in = (ByteBuf) msg;
    while (!upgraded && in.isReadable()) {
      HttpReader.Answer answer = http.read(in);
      if (answer == null) continue;
      upgraded = answer.status() == SWITCHING;
      if (upgraded) http = null;
      if (upgraded) end.opened(this);
      else end.response(this, answer.status(), answer.body());
    }
    if (upgraded && in.isReadable()) frames.read(in);
    else in.release();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    frames.release();
    failed();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (!(cause instanceof java.io.IOException)) cause.printStackTrace();
    ctx.close();
  }

  @Override
  public void text(ByteBuf buf, int at, int length) {
    end.text(buf, at, length);
  }

  @Override
  public void ping() {
    channel.writeAndFlush(Frames.pong(channel.alloc()), channel.voidPromise());
  }

  @Override
  public void close(int closeCode) {
    code = closeCode;
    channel.close();
  }
}
