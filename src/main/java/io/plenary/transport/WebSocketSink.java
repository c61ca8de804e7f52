package io.plenary.transport;

import io.plenary.hub.Sink;
import io.plenary.protocol.CloseCode;
import io.vertx.core.http.ServerWebSocket;

/** A WebSocket as the hub sees it. */
final class WebSocketSink implements Sink {
  private final ServerWebSocket socket;

  WebSocketSink(ServerWebSocket socket) {
    this.socket = socket;
  }

  @Override
  public void write(String text) {
    if (!socket.isClosed()) socket.writeTextMessage(text);
  }

  @Override
  public boolean full() {
    return !socket.isClosed() && socket.writeQueueFull(); // asking a closed one throws
  }

  @Override
  public void close(CloseCode code) {
    if (socket.isClosed()) return;
    if (full()) {
      Cut.off(socket); // a goodbye would wait behind what a stuck reader does not read
    } else {
      write(Farewell.text(code));
      socket.close((short) code.number(), code.wire());
    }
  }
}
