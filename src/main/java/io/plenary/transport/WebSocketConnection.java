package io.plenary.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameEncoder;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.ReferenceCountUtil;
import io.plenary.hub.Frame;
import io.plenary.hub.Sink;
import io.plenary.protocol.CloseCode;
import io.vertx.core.internal.ContextInternal;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket after its handshake: the last handler of its channel, in the place of the one that
 * served the request. That one, and the request, its headers and queues go with the handshake: they
 * are two thirds of what an idle connection would hold (ADR 24). Messages go to the channel as
 * finished frames, past the encoder that would put each together anew for every connection. Lives
 * on its event loop.
 */
final class WebSocketConnection extends ChannelInboundHandlerAdapter implements Sink {
  /** What happens at the other end. */
  interface Listener extends MessageReader.Listener {
    /** Something was sent from there, whatever it was. */
    void heard();

    /** Enough was taken of what was written. */
    void drained();

    /** What comes is no WebSocket's. */
    void garbled();

    /** Called once. */
    void ended();
  }

  /** What the connections of one event loop share. */
  record Loop(ContextInternal context, Watch watch, Flushes flushes) {}

  /** For the other side to close, too (RFC 6455, 7.1.1). */
  private static final long CLOSE_WITHIN_MS = 10_000;

  private static final String NAME = "plenary";

  private final Loop loop;
  private final ChannelHandlerContext encoder;
  private ChannelHandlerContext channel;
  private @Nullable Listener listener;
  private @Nullable MessageReader reader;
  private Watch.@Nullable Entry closing;
  private byte @Nullable [] owed;
  private boolean broken;
  private boolean unflushed;

  /**
   * Call it after the handshake.
   *
   * @param served the handler in whose place it comes, which must not be used any more
   */
  WebSocketConnection(ChannelHandlerContext served, Loop loop) {
    this.loop = loop;
    channel = served;
    ChannelPipeline pipeline = channel.pipeline();
    encoder =
        pipeline.context(WebSocketFrameEncoder.class); // written from here: TLS and nothing else
    // Silent peers are the Conversation's to find, stuck readers the Outbox's.
    if (pipeline.get(IdleStateHandler.class) != null) pipeline.remove(IdleStateHandler.class);
    pipeline.replace(channel.handler(), NAME, this);
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    channel = ctx;
  }

  /** From now on. Call it before anything can have been read. */
  void begin(Listener wanted) {
    listener = wanted;
    reader = new MessageReader(wanted);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object msg) {
    try {
      if (msg instanceof WebSocketFrame frame) loop.context.dispatch(frame, this::received);
    } finally {
      ReferenceCountUtil.release(msg);
    }
  }

  private void received(WebSocketFrame frame) {
    if (frame instanceof CloseWebSocketFrame close) {
      closed(close);
      return;
    }
    if (listener == null || reader == null) return;
    listener.heard();
    if (frame instanceof PingWebSocketFrame) pong(frame);
    else if (!(frame instanceof PongWebSocketFrame)) reader.frame(frame);
  }

  /** Of pings that come faster than they are answered, the last is (RFC 6455, 5.5.3). */
  private void pong(WebSocketFrame ping) {
    owed = full() ? ByteBufUtil.getBytes(ping.content()) : null;
    if (owed == null) pong(ping.content().retain());
  }

  private void pong(ByteBuf content) {
    if (closing != null) {
      content.release();
      return;
    }
    var unused = channel.write(new PongWebSocketFrame(content));
    flushSoon();
  }

  private void writable() {
    byte[] ping = owed;
    owed = null;
    if (ping != null) pong(Unpooled.wrappedBuffer(ping));
    if (listener != null) listener.drained();
  }

  /** The other side closes, or answers our close. */
  private void closed(CloseWebSocketFrame theirs) {
    if (closing != null) {
      var unused = channel.close();
      return;
    }
    watchClose();
    var unused =
        channel
            .writeAndFlush(new CloseWebSocketFrame(true, 0, theirs.content().retain()))
            .addListener(ChannelFutureListener.CLOSE);
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    // It may come from within a write.
    if (ctx.channel().isWritable() && listener != null) {
      loop.context.runOnContext(v -> writable());
    }
  }

  /** Frames that cannot be read are told why before the end (RFC 6455, 7.4.1). */
  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (!(cause instanceof CorruptedWebSocketFrameException frame) || listener == null) {
      var unused = ctx.close();
      return;
    }
    broken = true;
    if (frame.closeStatus().code() == CloseCode.TOO_LARGE.number()) {
      loop.context.dispatch(listener, Listener::tooLarge);
    } else {
      loop.context.dispatch(listener, Listener::garbled);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    if (closing != null) loop.watch.off(closing);
    Listener told = listener;
    listener = null;
    if (told != null) loop.context.dispatch(told, Listener::ended);
  }

  @Override
  public void write(Frame frame) {
    assert channel.executor().inEventLoop() : "written to from another thread";
    if (closing != null || !channel.channel().isActive()) return;
    var unused = encoder.write(TextFrames.of(frame, channel.alloc()), encoder.voidPromise());
    flushSoon();
  }

  private void flushSoon() {
    if (unflushed) return;
    unflushed = true;
    loop.flushes.soon(this);
  }

  /** Hands what was written to the system. */
  void flush() {
    unflushed = false;
    encoder.flush();
  }

  @Override
  public boolean full() {
    return !channel.channel().isWritable() && channel.channel().isActive();
  }

  @Override
  public void close(CloseCode code) {
    if (closing != null || !channel.channel().isActive()) return;
    if (full()) {
      cut(); // a goodbye would wait behind what a stuck reader does not read
      return;
    }
    write(GoodbyeMessage.to(code));
    watchClose();
    var sent = channel.writeAndFlush(new CloseWebSocketFrame(code.number(), code.wire()));
    if (broken) sent.addListener(ChannelFutureListener.CLOSE); // no answer can be read any more
  }

  private void watchClose() {
    closing =
        new Watch.Entry() {
          @Override
          void due() {
            cut();
          }
        };
    loop.watch.in(CLOSE_WITHIN_MS, closing);
  }

  /** Past whatever waits to be written. */
  private void cut() {
    var unused = channel.close();
  }
}
