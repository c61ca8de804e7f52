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
    // A reader that is stuck gets only the close frame: its goodbye would wait behind what it does not read.
    if (!full()) write(Farewell.text(code));
    socket.close((short) code.number(), code.wire());
  }
}
