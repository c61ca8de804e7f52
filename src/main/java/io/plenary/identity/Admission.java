package io.plenary.identity;

import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/**
 * Signing in goes by steps: somebody shows who they are (a password, a link, an invitation), which
 * gives {@link Identified}; what is asked of them beside that; then, here and nowhere else, the
 * session. A second factor stands between the first and the last, another way to show who one is
 * beside the first.
 */
public final class Admission {
  private final Sessions sessions;
  private final Devices devices;
  private final SecondFactor codes;
  private final SecondStep second;

  public Admission(Sessions sessions, Devices devices, SecondFactor codes, SecondStep second) {
    this.sessions = sessions;
    this.devices = devices;
    this.codes = codes;
    this.second = second;
  }

  /** How somebody showed who they are. */
  enum Way {
    PASSWORD(false),
    SET_UP_LINK(false),
    INVITATION(false),
    SIGN_IN_LINK(false),
    RESET_LINK(false),
    PROVIDER(true);

    /** Whether somebody else asked for a second factor, or might have. */
    final boolean provesTwice;

    Way(boolean provesTwice) {
      this.provesTwice = provesTwice;
    }
  }

  /** Somebody who showed it. */
  record Identified(Account account, Way way) {}

  /**
   * Opens a session, and the account knows the device from then on. Fails with CODE_WANTED when the
   * account has a second factor: a link into it is no way around that.
   */
  Future<SignedIn> admit(Identified who, Client client) {
    Account account = who.account();
    if (who.way().provesTwice) return open(account, client);
    return codes
        .asked(account.id())
        .compose(
            asked ->
                asked
                    ? Future.failedFuture(IdentityFailure.codeWanted(second.ticket(account)))
                    : open(account, client));
  }

  /**
   * The second step.
   *
   * @param ticket of the first
   * @param code of the program for codes, or a recovery code
   */
  public Future<SignedIn> complete(@Nullable String ticket, String code, Client client) {
    return second
        .taken(ticket)
        .compose(account -> codes.check(account, code, client).compose(v -> open(account, client)));
  }

  private Future<SignedIn> open(Account account, Client client) {
    return sessions
        .open(account, client.browser())
        .compose(
            session ->
                devices
                    .remember(account, client.devices())
                    .map(known -> new SignedIn(session, known, account)));
  }
}
