package io.plenary.transport;

import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Ends a connection at once. The server underneath closes only once everything written has gone
 * out, and to a peer that does not read it never does: such a connection, and what is buffered for
 * it, would stay.
 */
final class ForceClose {
  private ForceClose() {}

  /** Over HTTP/2 other people's requests may share the connection, so only this one is reset. */
  static void off(HttpServerRequest request) {
    boolean alone =
        request.version() != HttpVersion.HTTP_2 && request.connection() instanceof ConnectionBase;
    if (alone) close(((ConnectionBase) request.connection()).channelHandlerContext());
    else request.response().reset();
  }

  private static void close(ChannelHandlerContext connection) {
    var unused = connection.close(); // nobody waits for the end of it
  }
}
