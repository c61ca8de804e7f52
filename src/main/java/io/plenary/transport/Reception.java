package io.plenary.transport;

import io.plenary.hub.Hub;
import io.plenary.hub.Sink;
import io.plenary.protocol.Codec;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;

/** What the connections of one event loop share. */
record Reception(
    Vertx vertx,
    Watch watch,
    Hub.Seat seat,
    Codec codec,
    ConnectionLifecycle entrance,
    Dispatcher dispatcher,
    ClientAddressResolver peers) {

  /**
   * @param headers of the request that the connection began with
   */
  Conversation begin(Sink sink, MultiMap headers, SocketAddress remote) {
    return new Conversation(this, sink, Cookies.session(headers), peers.address(headers, remote));
  }
}
