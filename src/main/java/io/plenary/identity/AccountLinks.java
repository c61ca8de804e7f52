package io.plenary.identity;

import io.plenary.identity.AccountLink.Kind;
import io.plenary.identity.Admission.Identified;
import io.plenary.identity.Admission.Way;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes links into accounts, and lets in who comes with one. Only the hash of the secret is stored.
 * Futures fail with {@link IdentityFailure}, or with what the store fails with.
 */
public final class AccountLinks {
  private final AccountLinkStore store;
  private final AccountStore accounts;
  private final NewPasswords passwords;
  private final Admission admission;
  private final Ids ids;
  private final Supplier<Instant> clock;

  public AccountLinks(
      AccountLinkStore store,
      AccountStore accounts,
      NewPasswords passwords,
      Admission admission,
      Ids ids,
      Supplier<Instant> clock) {
    this.store = store;
    this.accounts = accounts;
    this.passwords = passwords;
    this.admission = admission;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param path what the address of the server is followed by; holds the secret
   */
  public record Made(String path, Instant until) {
    @Override
    public String toString() {
      return "Made[…]";
    }
  }

  /** What stands behind {@code #sign-in=} or {@code #reset=}. */
  private record Code(String account, String hash) {
    static Code of(Kind kind, String text) {
      String[] parts = text.split("\\.", 2);
      return new Code(parts[0], parts.length == 2 ? hash(kind, parts[1]) : "");
    }

    private static String hash(Kind kind, String secret) {
      return Digests.sha256(kind.word() + ":" + secret);
    }
  }

  /** In place of the one of this kind before; empty when there is no such account. */
  public Future<Optional<Made>> make(Kind kind, String account) {
    String secret = ids.linkSecret();
    Instant until = clock.get().plus(AccountLink.LASTS);
    return accounts
        .byId(account)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : store
                        .put(account, kind, Code.hash(kind, secret), until)
                        .map(Optional.of(new Made(path(kind, account, secret), until))));
  }

  private static String path(Kind kind, String account, String secret) {
    return "/organiser#" + kind.word() + "=" + account + "." + secret;
  }

  /** Whose it is; it works afterwards as before. */
  public Future<Account> look(Kind kind, String link) {
    Code code = Code.of(kind, link);
    return store
        .holds(code.account, kind, code.hash)
        .compose(
            held ->
                held
                    ? accounts.byId(code.account)
                    : Future.succeededFuture(Optional.<Account>empty()))
        .compose(
            account ->
                account
                    .map(Future::succeededFuture)
                    .orElseGet(() -> Future.failedFuture(IdentityFailure.accountLinkNotValid())));
  }

  public Future<SignedIn> signIn(String link, Client client) {
    Code code = Code.of(Kind.SIGN_IN, link);
    return look(Kind.SIGN_IN, link)
        .compose(
            account ->
                store
                    .use(code.account, Kind.SIGN_IN, code.hash)
                    .compose(
                        used ->
                            used
                                ? admission.admit(new Identified(account, Way.SIGN_IN_LINK), client)
                                : Future.failedFuture(IdentityFailure.accountLinkNotValid())));
  }

  /** Sets a new password, which ends everything that was opened with the one before. */
  public Future<SignedIn> reset(String link, String password, Client client) {
    Code code = Code.of(Kind.RESET, link);
    // The link first: without it nobody may make the server hash passwords.
    return look(Kind.RESET, link)
        .compose(
            account ->
                passwords
                    .byLink(account, code.hash, password)
                    .compose(
                        changed ->
                            changed.isPresent()
                                ? admission.admit(
                                    new Identified(changed.get(), Way.RESET_LINK), client)
                                : Future.failedFuture(IdentityFailure.accountLinkNotValid())));
  }
}
