package io.plenary.transport;

import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.ContextInternal;

/** The WebSocket side of one event loop. */
final class WebSockets {
  private final Reception reception;
  private final WebSocketConnection.Loop loop;

  WebSockets(Reception reception) {
    this.reception = reception;
    ContextInternal context = (ContextInternal) reception.seat().context();
    this.loop = new WebSocketConnection.Loop(context, reception.watch(), new Flushes(context));
  }

  void accept(ServerWebSocket socket) {
    WebSocketConnection connection = new WebSocketConnection(socket, loop);
    connection.begin(reception.begin(connection, socket.headers(), socket.remoteAddress()));
  }
}
