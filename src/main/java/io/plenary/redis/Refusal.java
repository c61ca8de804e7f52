package io.plenary.redis;

import io.plenary.activity.service.StoreUnavailable;
import io.vertx.redis.client.impl.types.ErrorType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Errors of Redis that pass, or that a new connection may cure, or that somebody has to cure;
 * everything else is an answer and goes to the caller.
 *
 * @param reason for operators: what is so, and what to do where it can be told
 * @param reconnect whether another connection may be better
 * @param writes whether it says that writes are refused, for everybody and until something changes
 */
record Refusal(String reason, boolean reconnect, boolean writes) {
  /** Of a slot that is on its way: its keys are at two servers, and no script sees them all. */
  private static final String MOVING = "the Redis cluster is moving keys";

  private static final String BY_ITSELF = " Votes are taken again by themselves.";
  private static final Map<String, Refusal> KNOWN =
      Map.ofEntries(
          entry("LOADING", "Redis is loading its data.", true),
          entry(
              "READONLY",
              "Redis is a read-only replica now. Let REDIS_URL name its primary, or make this one"
                  + " the primary.",
              true),
          entry("MASTERDOWN", "Redis has lost its primary.", true),
          entry("NOAUTH", "Redis wants a password and none is set. Set it in REDIS_URL.", true),
          entry("WRONGPASS", "Redis refuses the user or password. Check them in REDIS_URL.", true),
          Map.entry(
              "CONNECTION_CLOSED", new Refusal("the connection to Redis was closed", true, false)),
          entry("UNBLOCKED", "Redis is changing its role.", true),
          entry(
              "MISCONF",
              "Redis cannot write to its disk; mostly that is full. Make room there." + BY_ITSELF,
              false),
          entry("OOM", "Redis is full (maxmemory). Give it more memory." + BY_ITSELF, false),
          entry("NOPERM", AclCheck.DENIED, false),
          entry("BUSY", "Redis is busy with a long script.", false),
          entry(
              "NOREPLICAS",
              "Redis has too few replicas to accept writes (min-replicas-to-write)." + BY_ITSELF,
              false),
          entry(
              "CLUSTERDOWN",
              "The Redis cluster is down, or some of its slots have no server." + BY_ITSELF,
              false),
          Map.entry("ASK", new Refusal(MOVING, false, false)),
          Map.entry("TRYAGAIN", new Refusal(MOVING, false, false)));

  private static Map.Entry<String, Refusal> entry(String code, String reason, boolean reconnect) {
    return Map.entry(code, new Refusal(reason, reconnect, true));
  }

  /** Null when {@code cause} is a real answer, such as an error a script raised. */
  static @Nullable Refusal of(Throwable cause) {
    if (cause instanceof StoreUnavailable away) {
      return new Refusal(away.getMessage(), false, away instanceof Copies.TooFew);
    }
    // Anything that is not a Redis error is the connection's: closed, reset, write failed.
    if (!(cause instanceof ErrorType)) {
      return new Refusal("the connection to Redis broke (" + code(cause) + ")", true, false);
    }
    String message = String.valueOf(cause.getMessage());
    if (AclCheck.deniedInScript(message)) return KNOWN.get("NOPERM");
    return KNOWN.get(code(cause));
  }

  /**
   * What may be logged of a failure of the client: the code of an error of Redis, else the kind of
   * exception. Its text may hold what was sent.
   */
  static String code(Throwable cause) {
    if (!(cause instanceof ErrorType)) return cause.getClass().getSimpleName();
    String message = String.valueOf(cause.getMessage());
    int end = message.indexOf(' ');
    return end < 0 ? message : message.substring(0, end);
  }

  StoreUnavailable away() {
    return new StoreUnavailable(reason);
  }
}
