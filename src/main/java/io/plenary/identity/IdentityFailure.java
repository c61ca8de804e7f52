package io.plenary.identity;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why an organiser could not set up or sign in. The message is for the person and gives nothing
 * away.
 */
public final class IdentityFailure extends RuntimeException {
  public enum Reason {
    /** A field cannot be accepted; {@link #field} names it. */
    BAD_FIELD,
    /**
     * E-mail address and password do not belong together; which of the two is wrong is not said.
     */
    WRONG_CREDENTIALS,
    /** Too many failures; {@link #retryAfter} says when to come back. */
    SLOW_DOWN,
    /** Too many sign-ins at this moment; {@link #retryAfter} says when to come back. */
    BUSY,
    /**
     * The set-up link was used, replaced by a newer one, or an account exists; or the invitation or
     * the link into an account was used, withdrawn or is too old.
     */
    LINK_NOT_VALID,
    /** What the account looks after has to be handed over first, or it was changed meanwhile. */
    CONFLICT,
    /** The first step is taken, and a code is asked; {@link #ticket} is for the second. */
    CODE_WANTED,
    /** So many invitations wait to be accepted that no more can be made. */
    TOO_MANY
  }

  private final Reason reason;
  private final @Nullable String field;
  private final Duration retryAfter;
  private final String message;
  private String ticket = "";

  private IdentityFailure(
      Reason reason, @Nullable String field, Duration retryAfter, String message) {
    super(message, null, false, false);
    this.reason = reason;
    this.field = field;
    this.retryAfter = retryAfter;
    this.message = message;
  }

  static IdentityFailure badField(String field, String message) {
    return new IdentityFailure(Reason.BAD_FIELD, field, Duration.ZERO, message);
  }

  static IdentityFailure wrongCredentials() {
    return new IdentityFailure(
        Reason.WRONG_CREDENTIALS,
        null,
        Duration.ZERO,
        "E-mail address and password do not match. Check both and try again.");
  }

  static IdentityFailure firstStepAgain() {
    return new IdentityFailure(
        Reason.WRONG_CREDENTIALS,
        null,
        Duration.ZERO,
        "The password was typed more than five minutes ago, or is another by now. Type it again.");
  }

  static IdentityFailure codeWanted(String ticket) {
    IdentityFailure wanted =
        new IdentityFailure(Reason.CODE_WANTED, null, Duration.ZERO, "A code is wanted as well.");
    wanted.ticket = ticket;
    return wanted;
  }

  static IdentityFailure slowDown(Duration wait) {
    long seconds = seconds(wait);
    return new IdentityFailure(
        Reason.SLOW_DOWN,
        null,
        Duration.ofSeconds(seconds),
        "Too many attempts. Try again in " + said(seconds) + ".");
  }

  /** The same words whether there is such an account or not. */
  static IdentityFailure newcomersWait(Duration wait) {
    long seconds = seconds(wait);
    return new IdentityFailure(
        Reason.SLOW_DOWN,
        null,
        Duration.ofSeconds(seconds),
        "Too many passwords were tried from devices that have not signed in before. A device that"
            + " has gets in at once. On this one, ask the owner of this server for a one-time"
            + " sign-in link, or make one where the server runs: plenary sign-in-link EMAIL. Or try"
            + " again in "
            + said(seconds)
            + ".");
  }

  private static long seconds(Duration wait) {
    return Math.max(1, (wait.toMillis() + 999) / 1000);
  }

  private static String said(long seconds) {
    if (seconds >= 120) return (seconds + 59) / 60 + " minutes";
    return seconds + (seconds == 1 ? " second" : " seconds");
  }

  static IdentityFailure busy() {
    return new IdentityFailure(
        Reason.BUSY,
        null,
        Duration.ofSeconds(2),
        "Many people are signing in right now. Try again in a moment.");
  }

  static IdentityFailure linkNotValid() {
    return new IdentityFailure(
        Reason.LINK_NOT_VALID,
        null,
        Duration.ZERO,
        "This set-up link is not valid any more. Use the newest one the server printed, or sign"
            + " in.");
  }

  static IdentityFailure invitationNotValid() {
    return new IdentityFailure(
        Reason.LINK_NOT_VALID,
        null,
        Duration.ZERO,
        "This invitation is not valid any more: it was used, withdrawn, or is older than a week."
            + " Ask whoever sent it for a new one.");
  }

  static IdentityFailure accountLinkNotValid() {
    return new IdentityFailure(
        Reason.LINK_NOT_VALID,
        null,
        Duration.ZERO,
        "This link is not valid any more: it was used, replaced by a newer one, or is older than 15"
            + " minutes. Ask whoever made it for a new one.");
  }

  static IdentityFailure needsHeir(Leaving.Standing standing) {
    int events = standing.alone().size();
    String what =
        standing.owner()
            ? "You own this server."
            : "You are the only organiser of " + (events == 1 ? "an event." : events + " events.");
    String who =
        standing.heirs().isEmpty()
            ? " Invite somebody first, who can take over."
            : " Choose who takes over, then the account can be deleted.";
    return new IdentityFailure(Reason.CONFLICT, "heir", Duration.ZERO, what + who);
  }

  static IdentityFailure notAnHeir() {
    return badField("heir", "Choose somebody who is in the list of those who can take over.");
  }

  static IdentityFailure changedMeanwhile() {
    return new IdentityFailure(
        Reason.CONFLICT,
        null,
        Duration.ZERO,
        "The account was changed in another place meanwhile. Look at it again, then try once"
            + " more.");
  }

  static IdentityFailure tooManyInvitations() {
    return new IdentityFailure(
        Reason.TOO_MANY,
        null,
        Duration.ZERO,
        InvitationStore.MOST
            + " invitations of this event wait to be accepted. Withdraw some first.");
  }

  @Override
  public String getMessage() {
    return message;
  }

  public Reason reason() {
    return reason;
  }

  /** {@code email}, {@code name} or {@code password}; null when no field is to blame. */
  public @Nullable String field() {
    return field;
  }

  /** For the cookie of who has taken the first step; else empty. */
  public String ticket() {
    return ticket;
  }

  /** Whole seconds for {@code Retry-After}; zero when waiting does not help. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
