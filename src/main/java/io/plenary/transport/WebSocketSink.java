package io.plenary.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.WebSocketFrameEncoder;
import io.plenary.hub.Frame;
import io.plenary.hub.Sink;
import io.plenary.protocol.CloseCode;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.http.WebSocketInternal;

/**
 * A WebSocket as the hub sees it. Messages go to the channel as finished frames, past the encoder
 * that would put each together anew for every connection (and past the socket's own queue, which
 * stays empty but for the close); so it is the channel that says when it is full.
 */
final class WebSocketSink implements Sink {
  private final ServerWebSocket socket;
  private final ChannelHandlerContext channel;
  private final ChannelHandlerContext encoder;

  WebSocketSink(ServerWebSocket socket) {
    this.socket = socket;
    this.channel = ((WebSocketInternal) socket).channelHandlerContext();
    this.encoder =
        channel
            .pipeline()
            .context(
                WebSocketFrameEncoder
                    .class); // what is written from here passes TLS and nothing else
  }

  /**
   * @param work run on the connection's event loop whenever the peer has taken enough of what was
   *     written
   */
  void onDrained(Runnable work) {
    channel
        .pipeline()
        .addBefore(
            channel.name(),
            "drained",
            new ChannelInboundHandlerAdapter() {
              @Override
              public void channelWritabilityChanged(ChannelHandlerContext ctx) {
                if (ctx.channel().isWritable()) {
                  ctx.executor().execute(work); // it may come from within a write
                }
                ctx.fireChannelWritabilityChanged();
              }
            });
  }

  @Override
  public void write(Frame frame) {
    if (!socket.isClosed()) {
      ByteBuf text = TextFrames.of(frame, channel.alloc());
      var unused = encoder.writeAndFlush(text, encoder.voidPromise());
    }
  }

  @Override
  public boolean full() {
    return !channel.channel().isWritable() && channel.channel().isActive();
  }

  @Override
  public void close(CloseCode code) {
    if (socket.isClosed()) return;
    if (full()) {
      ForceClose.off(socket); // a goodbye would wait behind what a stuck reader does not read
    } else {
      write(GoodbyeMessage.to(code));
      socket.close((short) code.number(), code.wire());
    }
  }
}
