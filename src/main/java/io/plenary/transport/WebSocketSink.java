package io.plenary.transport;

import io.plenary.hub.Sink;
import io.plenary.protocol.CloseCode;
import io.plenary.protocol.Codec;
import io.plenary.protocol.ServerMessage.Goodbye;
import io.vertx.core.http.ServerWebSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/** A WebSocket as the hub sees it. */
final class WebSocketSink implements Sink {
  /** Everybody told to come back comes back spread over this time. */
  private static final int COME_BACK_WITHIN_MS = 2_000;
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
    long after = code.reconnect() ? ThreadLocalRandom.current().nextInt(COME_BACK_WITHIN_MS) : 0;
    // A reader that is stuck gets only the close frame: its goodbye would wait behind what it does not read.
    if (!full()) write(new String(Codec.encode(Goodbye.of(code, after)), StandardCharsets.UTF_8));
    socket.close((short) code.number(), code.wire());
  }
}
