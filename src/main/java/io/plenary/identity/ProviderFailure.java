package io.plenary.identity;

/** Why somebody who came by the provider is not signed in. The page has the words for people. */
public final class ProviderFailure extends RuntimeException {
  public enum Reason {
    /** The provider does not answer, or not as one does. */
    AWAY,
    /** The provider, or the person there, said no. */
    REFUSED,
    /** Not the browser that began, or it began more than ten minutes ago. */
    STALE,
    /** What the provider said about the person cannot be believed. */
    UNPROVEN,
    /** Nobody here has the address that the provider verified; or it verified none. */
    UNKNOWN,
    /** The account with that address is bound to another person at the provider. */
    OTHER_PERSON,
    /** Too many attempts at this moment. */
    BUSY;

    /** As pages are told. */
    public String wire() {
      return switch (this) {
        case OTHER_PERSON -> "otherPerson";
        default -> name().toLowerCase(java.util.Locale.ROOT);
      };
    }
  }

  private final Reason reason;

  /**
   * @param message for the log: no token, no name, no address of a person
   */
  public ProviderFailure(Reason reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
