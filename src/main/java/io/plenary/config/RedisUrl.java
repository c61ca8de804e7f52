package io.plenary.config;

import java.net.URI;

/**
 * Address of an external Redis, password and all. Prints as host and port only.
 *
 * @param value {@code redis://[[user]:password@]host[:port][/db]}, or {@code rediss://} for TLS
 */
public record RedisUrl(String value) {
  /** Host and port: what may be logged. */
  public String safe() {
    URI uri = URI.create(value);
    return uri.getHost() + ":" + (uri.getPort() < 0 ? 6379 : uri.getPort());
  }

  @Override
  public String toString() {
    return safe();
  }
}
