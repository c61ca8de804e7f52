package io.plenary.identity;

import io.plenary.identity.AccountStore.Proof;
import io.plenary.identity.Passwords.Lane;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * Gives an account another password. With it ends, in the same step, what was opened or made with
 * the one before: sessions, known devices, links into the account.
 */
public final class NewPasswords {
  private final AccountStore accounts;
  private final Passwords passwords;
  private final PasswordRules rules;

  public NewPasswords(AccountStore accounts, Passwords passwords, PasswordRules rules) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.rules = rules;
  }

  /**
   * For who came with a reset link.
   *
   * @param link hash of its secret
   * @return the account as it is then; empty when the link works no longer, and nothing is changed
   */
  Future<Optional<Account>> byLink(Account account, String link, String password) {
    return change(Lane.NEWCOMER, account, password, new Proof.Link(link), Optional.empty());
  }

  /** What is to be mended about a password; empty: nothing. */
  Optional<IdentityFailure> objection(Account account, String password, String field) {
    return rules
        .problem(password, account.email())
        .map(problem -> IdentityFailure.badField(field, problem));
  }

  /**
   * For who knows the present one.
   *
   * @param session hash of the id of the one that stays
   * @return the account as it is then; empty when somebody else changed it meanwhile, and nothing
   *     is changed
   */
  Future<Optional<Account>> bySession(Account account, String password, String session) {
    return change(
        Lane.KNOWN,
        account,
        password,
        new Proof.Present(account.passwordHash()),
        Optional.of(session));
  }

  private Future<Optional<Account>> change(
      Lane lane, Account account, String password, Proof proof, Optional<String> session) {
    Optional<IdentityFailure> objection = objection(account, password, "password");
    if (objection.isPresent()) return Future.failedFuture(objection.get());
    return passwords
        .hash(lane, password)
        .compose(
            hash ->
                accounts
                    .setPassword(account.id(), proof, hash, session)
                    .map(
                        done -> done ? Optional.of(account.withPassword(hash)) : Optional.empty()));
  }
}
