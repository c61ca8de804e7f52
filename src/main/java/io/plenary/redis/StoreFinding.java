package io.plenary.redis;

/**
 * Something about a Redis server the operator should know.
 *
 * @param message one or two sentences: what is so, and what to do; no secret
 */
public record StoreFinding(Kind kind, String message) {
  public enum Kind {
    UNREACHABLE(true),
    /** Its TLS certificate. */
    NOT_TRUSTED(true),
    WRONG_PASSWORD(true),
    TOO_OLD(true),
    REPLICA(true),
    NOT_PERSISTING(true),
    EVICTING(true),
    /** The user of Redis may not do all that is needed. */
    NOT_ALLOWED(true),
    /** Fewer replicas than must confirm what is written. */
    TOO_FEW_COPIES(true),
    /** Answers may be lost when the machine stops, though they were acknowledged. */
    FSYNC_NOT_ALWAYS(false),
    /** CONFIG is not allowed, so it is not known how often Redis writes to disk. */
    FSYNC_UNKNOWN(false);

    private final boolean fatal;

    Kind(boolean fatal) {
      this.fatal = fatal;
    }
  }

  /** Whether it may be otherwise in a moment, without anybody's doing. */
  public boolean mayPass() {
    return kind == Kind.UNREACHABLE || kind == Kind.REPLICA || kind == Kind.TOO_FEW_COPIES;
  }

  /** Whether starting with this server would break a promise to voters. */
  public boolean fatal() {
    return kind.fatal;
  }
}
