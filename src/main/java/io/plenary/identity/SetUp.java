package io.plenary.identity;

import io.plenary.identity.Admission.Identified;
import io.plenary.identity.Admission.Way;
import io.vertx.core.Future;

/**
 * Making the first account with the set-up link. Futures fail with {@link IdentityFailure}, or with
 * what the store fails with.
 */
public final class SetUp {
  private final AccountStore accounts;
  private final SetupStore setup;
  private final Admission admission;
  private final NewAccounts fresh;

  public SetUp(AccountStore accounts, SetupStore setup, Admission admission, NewAccounts fresh) {
    this.accounts = accounts;
    this.setup = setup;
    this.admission = admission;
    this.fresh = fresh;
  }

  /**
   * Makes the first account and signs it in. The link stays usable when a field was refused, and is
   * used up with the account.
   */
  public Future<SignedIn> setUp(
      String token, String name, String email, String password, Client client) {
    String hash = SetupLink.hash(token == null ? "" : token);
    // The link first: without it nobody may make the server hash passwords, or learn its rules.
    return setup
        .holds(hash)
        .compose(
            held ->
                held
                    ? fresh.account(name, email, password)
                    : Future.failedFuture(IdentityFailure.linkNotValid()))
        .compose(
            account ->
                accounts
                    .createFirst(account, hash)
                    .compose(
                        created ->
                            created
                                ? admission.admit(new Identified(account, Way.SET_UP_LINK), client)
                                : Future.failedFuture(IdentityFailure.linkNotValid())));
  }
}
