package io.plenary.event;

/**
 * A rule's refusal: the reason, and a sentence that says what to do. Thrown by rules; carries no stack trace because it
 * is an answer, not a fault.
 */
public final class Refused extends RuntimeException {
  private final Reason reason;

  public Refused(Reason reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
