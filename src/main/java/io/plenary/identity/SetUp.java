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
  private final SetupLink link;
  private final Admission admission;
  private final NewAccounts fresh;

  public SetUp(AccountStore accounts, SetupLink link, Admission admission, NewAccounts fresh) {
    this.accounts = accounts;
    this.link = link;
    this.admission = admission;
    this.fresh = fresh;
  }

  /**
   * Makes the first account and signs it in. The link stays usable when a field was refused, and is
   * used up with the account.
   */
  public Future<SignedIn> setUp(
      String token, String name, String email, String password, Client client) {
    // The link first: without it nobody may make the server hash passwords, or learn its rules.
    return link.nonce(token)
        .compose(
            nonce ->
                nonce.isEmpty()
                    ? Future.failedFuture(IdentityFailure.linkNotValid())
                    : fresh
                        .account(name, email, password)
                        .compose(account -> create(account, nonce.get(), client)));
  }

  private Future<SignedIn> create(Account account, String nonce, Client client) {
    return accounts
        .createFirst(account, nonce)
        .compose(
            created ->
                created
                    ? admission.admit(new Identified(account, Way.SET_UP_LINK), client)
                    : Future.failedFuture(IdentityFailure.linkNotValid()));
  }
}
