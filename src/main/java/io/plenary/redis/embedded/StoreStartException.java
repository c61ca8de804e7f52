package io.plenary.redis.embedded;

/**
 * The embedded store cannot start; the message says what to do and is meant for the person at the
 * terminal.
 */
public final class StoreStartException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String message;

  public StoreStartException(String message) {
    super(message);
    this.message = message;
  }

  public StoreStartException(String message, Throwable cause) {
    super(message, cause);
    this.message = message;
  }

  @Override
  public String getMessage() {
    return message;
  }
}
