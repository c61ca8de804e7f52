package io.plenary.transport;

import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.http.WebSocketInternal;

/** Whom nothing that comes over a connection matters; a test overrides what matters to it. */
class QuietListener implements WebSocketConnection.Listener {
  /** Takes {@code socket} over, on the event loop it was accepted on. */
  static WebSocketConnection take(Vertx vertx, ServerWebSocket socket) {
    ContextInternal context = (ContextInternal) Vertx.currentContext();
    return new WebSocketConnection(
        ((WebSocketInternal) socket).channelHandlerContext(),
        new WebSocketConnection.Loop(context, new Watch(vertx), new Flushes(context)));
  }

  @Override
  public void heard() {}

  @Override
  public void drained() {}

  @Override
  public void garbled() {}

  @Override
  public void ended() {}

  @Override
  public void message(byte[] utf8) {}

  @Override
  public void tooLarge() {}

  @Override
  public void notText() {}
}
