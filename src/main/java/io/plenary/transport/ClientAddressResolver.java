package io.plenary.transport;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;

/** Where a request comes from. */
final class ClientAddressResolver {
  private final boolean trustProxy;

  /**
   * @param trustProxy whether a proxy in front sets X-Forwarded-For; otherwise anybody could write
   *     it
   */
  ClientAddressResolver(boolean trustProxy) {
    this.trustProxy = trustProxy;
  }

  /** The last entry is the one our proxy wrote; those before it are the client's own words. */
  String address(HttpServerRequest request) {
    return address(request.headers(), request.remoteAddress());
  }

  String address(MultiMap headers, SocketAddress remote) {
    String forwarded = trustProxy ? headers.get("x-forwarded-for") : null;
    if (forwarded == null || forwarded.isBlank()) {
      return String.valueOf(remote.hostAddress()); // null on a socket without one
    }
    return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
  }
}
