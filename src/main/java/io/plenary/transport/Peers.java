package io.plenary.transport;

import io.vertx.core.http.HttpServerRequest;

/** Where a request comes from. */
final class Peers {
  private final boolean trustProxy;

  /** @param trustProxy whether a proxy in front sets X-Forwarded-For; otherwise anybody could write it */
  Peers(boolean trustProxy) {
    this.trustProxy = trustProxy;
  }

  /** The last entry is the one our proxy wrote; those before it are the client's own words. */
  String address(HttpServerRequest request) {
    String forwarded = trustProxy ? request.getHeader("x-forwarded-for") : null;
    if (forwarded == null || forwarded.isBlank()) return request.remoteAddress().hostAddress();
    return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
  }
}
