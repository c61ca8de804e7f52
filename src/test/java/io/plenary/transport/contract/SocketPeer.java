package io.plenary.transport.contract;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;

/** Over a WebSocket. */
final class SocketPeer extends Peer implements WebSocket.Listener {
  private final StringBuilder parts = new StringBuilder();
  private final WebSocket socket;

  SocketPeer(HttpClient http, URI base, String origin) {
    WebSocket.Builder builder = http.newWebSocketBuilder();
    if (origin != null) builder.header("Origin", origin);
    socket =
        builder
            .buildAsync(URI.create(base.toString().replaceFirst("http", "ws") + "/ws"), this)
            .join();
  }

  @Override
  void send(String text) {
    socket.sendText(text, true).join();
  }

  @Override
  void sendNoText() {
    socket.sendBinary(ByteBuffer.wrap(new byte[] {1}), true).join();
  }

  @Override
  void leave() {
    socket.abort();
  }

  @Override
  public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
    parts.append(data);
    if (last) {
      hear(parts.toString());
      parts.setLength(0);
    }
    webSocket.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
    end();
    return null;
  }

  @Override
  public void onError(WebSocket webSocket, Throwable error) {
    end();
  }
}
