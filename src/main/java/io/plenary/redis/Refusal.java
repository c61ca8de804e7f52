package io.plenary.redis;

import io.plenary.room.service.StoreAway;
import io.vertx.redis.client.impl.types.ErrorType;
import java.util.Map;

/** Errors of Redis that pass, or that a new connection may cure; everything else is an answer and goes to the caller. */
record Refusal(String reason, boolean reconnect) {
  private static final Map<String, Refusal> KNOWN = Map.ofEntries(
      entry("LOADING", "Redis is loading its data", true),
      entry("READONLY", "Redis is a read-only replica now", true),
      entry("MASTERDOWN", "Redis has lost its primary", true),
      entry("NOAUTH", "Redis wants a password and none is set", true),
      entry("WRONGPASS", "Redis refuses the user or password", true),
      entry("CONNECTION_CLOSED", "the connection to Redis was closed", true),
      entry("MISCONF", "Redis cannot write to its disk", false),
      entry("OOM", "Redis is out of memory (maxmemory)", false),
      entry("BUSY", "Redis is busy with a long script", false),
      entry("NOREPLICAS", "Redis has too few replicas to accept writes", false),
      entry("CLUSTERDOWN", "the Redis cluster is down", false),
      entry("TRYAGAIN", "the Redis cluster is moving keys", false),
      entry("UNBLOCKED", "Redis is changing its role", true));

  private static Map.Entry<String, Refusal> entry(String code, String reason, boolean reconnect) {
    return Map.entry(code, new Refusal(reason, reconnect));
  }

  /** Null when {@code cause} is a real answer, such as an error a script raised. */
  static Refusal of(Throwable cause) {
    // Anything that is not a Redis error is the connection's: closed, reset, write failed.
    if (!(cause instanceof ErrorType)) return new Refusal("the connection to Redis broke (" + cause.getMessage() + ")", true);
    String message = String.valueOf(cause.getMessage());
    int end = message.indexOf(' ');
    return KNOWN.get(end < 0 ? message : message.substring(0, end));
  }

  StoreAway away() {
    return new StoreAway(reason);
  }
}
