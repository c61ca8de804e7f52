package io.plenary.transport;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocketHandshake;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.core.internal.ContextInternal;
import java.util.function.BooleanSupplier;

/** The WebSocket side of one event loop. */
final class WebSockets {
  private final Reception reception;
  private final Origins origins;
  private final BooleanSupplier open;
  private final WebSocketConnection.Loop loop;

  WebSockets(Reception reception, Origins origins, BooleanSupplier open) {
    this.reception = reception;
    this.origins = origins;
    this.open = open;
    ContextInternal context = (ContextInternal) reception.seat().context();
    this.loop = new WebSocketConnection.Loop(context, reception.watch(), new Flushes(context));
  }

  /** Every connection that may ask for one; those of HTTP/2 may not. */
  void await(HttpConnection connection) {
    if (!(connection instanceof HttpServerConnection server)) return;
    ChannelHandlerContext served = server.channelHandlerContext();
    if (served.pipeline().get(HttpRequestDecoder.class) == null) return;
    WebSocketHandshake.await(
        served,
        new WebSocketHandshake.Welcome() {
          @Override
          public boolean to(MultiMap headers) {
            return origins.allows(headers) && open.getAsBoolean();
          }

          @Override
          public void made(ChannelHandlerContext handler, MultiMap headers) {
            WebSocketConnection socket = new WebSocketConnection(handler, loop);
            loop.context()
                .dispatch(
                    v ->
                        socket.begin(reception.begin(socket, headers, connection.remoteAddress())));
          }
        });
  }

  /** One that {@link WebSocketHandshake} did not make. */
  void refuse(ServerWebSocketHandshake shake) {
    if (!WebSocketHandshake.PATH.equals(shake.path())) shake.reject(404);
    else if (!origins.allows(shake.headers())) shake.reject(403);
    else if (!open.getAsBoolean()) shake.reject(503);
    else shake.reject(400);
  }
}
