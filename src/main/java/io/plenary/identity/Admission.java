package io.plenary.identity;

import io.vertx.core.Future;

/**
 * Signing in goes by steps: somebody shows who they are (a password, a link, an invitation), which
 * gives {@link Identified}; what is asked of them beside that; then, here and nowhere else, the
 * session. A second factor stands between the first and the last, another way to show who one is
 * beside the first.
 */
public final class Admission {
  private final Sessions sessions;
  private final Devices devices;

  public Admission(Sessions sessions, Devices devices) {
    this.sessions = sessions;
    this.devices = devices;
  }

  /** How somebody showed who they are. */
  enum Way {
    PASSWORD,
    SET_UP_LINK,
    INVITATION,
    SIGN_IN_LINK,
    RESET_LINK,
    PROVIDER
  }

  /** Somebody who showed it. */
  record Identified(Account account, Way way) {}

  /** Opens a session, and the account knows the device from then on. */
  Future<SignedIn> admit(Identified who, Client client) {
    Account account = who.account();
    return sessions
        .open(account, client.browser())
        .compose(
            session ->
                devices
                    .remember(account, client.devices())
                    .map(known -> new SignedIn(session, known, account)));
  }
}
