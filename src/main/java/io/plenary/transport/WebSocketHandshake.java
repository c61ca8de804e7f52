package io.plenary.transport;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker13;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.MultiMap;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes WebSockets of the connections that ask for one (RFC 6455, 4.2), in front of the handler
 * that serves requests. Everything else goes on to that one: other requests, and handshakes that
 * are not welcome, which it refuses. A request, a response and a WebSocket of Vert.x for each would
 * be thrown away in the next moment, also where thousands come at once (ADR 24). Lives on its event
 * loop.
 */
final class WebSocketHandshake extends ChannelInboundHandlerAdapter {
  static final String PATH = "/ws";

  private static final WebSocketDecoderConfig FRAMES =
      WebSocketDecoderConfig.newBuilder()
          .maxFramePayloadLength(MessageReader.MAX_FRAME)
          .allowExtensions(false)
          // WebSocketConnection says why, and closes.
          .closeOnProtocolViolation(false)
          .build();

  /** What comes of it. */
  interface Welcome {
    /** Whether one may be made. */
    boolean to(MultiMap headers);

    /**
     * One was made.
     *
     * @param served handler that served the connection's requests
     */
    void made(ChannelHandlerContext served, MultiMap headers);
  }

  private final ChannelHandlerContext served;
  private final Welcome welcome;
  private @Nullable HttpRequest wanted;

  /** Frames that came with the request. */
  private @Nullable List<Object> early;

  private WebSocketHandshake(ChannelHandlerContext served, Welcome welcome) {
    this.served = served;
    this.welcome = welcome;
  }

  /**
   * @param served handler that serves the connection's requests
   */
  static void await(ChannelHandlerContext served, Welcome welcome) {
    served
        .pipeline()
        .addBefore(served.name(), "handshake", new WebSocketHandshake(served, welcome));
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object msg) {
    HttpRequest asked = wanted;
    if (early != null) {
      early.add(msg);
    } else if (asked != null) {
      ReferenceCountUtil.release(msg);
      if (msg instanceof LastHttpContent) make(ctx, asked);
    } else if (msg instanceof HttpRequest request && asksForOne(request)) {
      wanted = request;
    } else {
      ctx.fireChannelRead(msg);
    }
  }

  private boolean asksForOne(HttpRequest request) {
    HttpHeaders headers = request.headers();
    return HttpMethod.GET.equals(request.method())
        && HttpVersion.HTTP_1_1.equals(request.protocolVersion())
        && request.decoderResult().isSuccess()
        && headers.containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)
        && headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true)
        && WebSocketVersion.V13
            .toHttpHeaderValue()
            .equals(headers.get(HttpHeaderNames.SEC_WEBSOCKET_VERSION))
        && headers.contains(HttpHeaderNames.SEC_WEBSOCKET_KEY)
        && "0".equals(headers.get(HttpHeaderNames.CONTENT_LENGTH, "0"))
        && !headers.contains(HttpHeaderNames.TRANSFER_ENCODING)
        && PATH.equals(path(request.uri()))
        && welcome.to((MultiMap) headers);
  }

  /** Of a target in either form that servers must take (RFC 9112, 3.2). */
  static @Nullable String path(String target) {
    if (target.startsWith("/")) {
      int query = target.indexOf('?');
      return query < 0 ? target : target.substring(0, query);
    }
    try {
      return URI.create(target).getPath();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private void make(ChannelHandlerContext ctx, HttpRequest asked) {
    List<Object> frames = new ArrayList<>(0);
    early = frames; // the decoder that comes reads at once what is there
    var unused =
        new WebSocketServerHandshaker13(null, null, FRAMES)
            .handshake(
                ctx.channel(),
                new DefaultFullHttpRequest(
                    asked.protocolVersion(),
                    asked.method(),
                    asked.uri(),
                    Unpooled.EMPTY_BUFFER,
                    asked.headers(),
                    EmptyHttpHeaders.INSTANCE),
                EmptyHttpHeaders.INSTANCE,
                ctx.newPromise());
    welcome.made(served, (MultiMap) asked.headers());
    frames.forEach(ctx::fireChannelRead);
    ctx.pipeline().remove(this);
  }
}
