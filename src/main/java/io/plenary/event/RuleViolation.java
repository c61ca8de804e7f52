package io.plenary.event;

/**
 * A rule's refusal: the reason, and a sentence that says what to do. Thrown by rules; carries no
 * stack trace because it is an answer, not a fault.
 */
public final class RuleViolation extends RuntimeException {
  private final Reason reason;
  private final String message;

  public RuleViolation(Reason reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
    this.message = message;
  }

  @Override
  public String getMessage() {
    return message;
  }

  public Reason reason() {
    return reason;
  }
}
