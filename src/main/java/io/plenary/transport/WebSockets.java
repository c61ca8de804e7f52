package io.plenary.transport;

import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.plenary.protocol.CloseCode;
import io.vertx.core.http.ServerWebSocket;

/** The WebSocket side of one event loop. */
final class WebSockets {
  private final Reception reception;

  WebSockets(Reception reception) {
    this.reception = reception;
  }

  void accept(ServerWebSocket socket) {
    WebSocketSink sink = new WebSocketSink(socket);
    Conversation conversation = reception.begin(sink, socket.headers(), socket.remoteAddress());
    MessageReader reader = new MessageReader(conversation);
    socket.frameHandler(
        frame -> {
          conversation.heard();
          reader.frame(frame);
        });
    sink.onDrained(conversation::drained);
    socket.exceptionHandler(e -> broken(e, socket, conversation));
    socket.closeHandler(v -> conversation.ended());
  }

  /** Frames that cannot be read are told why before the end (RFC 6455, 7.4.1). */
  private static void broken(Throwable e, ServerWebSocket socket, Conversation conversation) {
    if (!(e instanceof CorruptedWebSocketFrameException corrupted)) socket.close();
    else if (corrupted.closeStatus().code() == CloseCode.TOO_LARGE.number()) {
      conversation.tooLarge();
    } else {
      conversation.garbled();
    }
  }
}
