package io.plenary.config;

import java.net.URI;

/**
 * Address of an external Redis, password and all. Prints as host and port only.
 *
 * @param value {@code redis://[[user]:password@]host[:port][/db]}, or {@code rediss://} for TLS; or
 *     {@code redis[s]-sentinel://[[user]:password@]host[:port],...[/db]?master=NAME}; or {@code
 *     redis[s]-cluster://[[user]:password@]host[:port],...}
 */
public record RedisUrl(String value) {
  /** Host and port: what may be logged. */
  public String safe() {
    if (sentinels() || cluster()) return value.replaceAll("^[^:]+://([^/?]*@)?|[/?].*", "");
    URI uri = URI.create(value);
    return uri.getHost() + ":" + (uri.getPort() < 0 ? 6379 : uri.getPort());
  }

  /** Whether it names Sentinels, and not the server. */
  boolean sentinels() {
    return value.startsWith("redis-sentinel:") || value.startsWith("rediss-sentinel:");
  }

  /** Whether it names servers of a Cluster. */
  boolean cluster() {
    return value.startsWith("redis-cluster:") || value.startsWith("rediss-cluster:");
  }

  @Override
  public String toString() {
    return safe();
  }
}
