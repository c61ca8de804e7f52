package io.plenary.identity;

import io.vertx.core.Future;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signing in and out, and who a session is. Futures fail with {@link IdentityFailure}, or with what
 * the store fails with.
 */
public final class SignIn {
  private final AccountStore accounts;
  private final Sessions sessions;
  private final Passwords passwords;
  private final SignInLimits limits;

  public SignIn(
      AccountStore accounts, Sessions sessions, Passwords passwords, SignInLimits limits) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.passwords = passwords;
    this.limits = limits;
  }

  /**
   * @param sessionId for the cookie
   */
  public record SignedIn(String sessionId, Account account) {
    @Override
    public String toString() {
      return "SignedIn[" + account + "]";
    }
  }

  /**
   * @param remoteAddress as the connection, or a trusted proxy, says
   */
  public Future<SignedIn> signIn(String email, String password, String remoteAddress) {
    Optional<String> known = EmailAddress.normalise(email);
    SignInLimits.Attempt attempt;
    try {
      attempt = limits.begin(known.orElseGet(() -> unlikely(email)), remoteAddress);
    } catch (IdentityFailure slowDown) {
      return Future.failedFuture(slowDown);
    }
    return known
        .map(accounts::byEmail)
        .orElseGet(() -> Future.succeededFuture(Optional.empty()))
        .compose(
            account ->
                passwords
                    .check(password == null ? "" : password, account.map(Account::passwordHash))
                    .compose(
                        checked ->
                            checked.matches()
                                ? open(account.get(), checked)
                                : Future.failedFuture(IdentityFailure.wrongCredentials())))
        .onSuccess(signedIn -> attempt.succeeded())
        .onFailure(
            failure -> {
              if (failure instanceof IdentityFailure refused
                  && refused.reason() == IdentityFailure.Reason.WRONG_CREDENTIALS) {
                attempt.failed();
              } else {
                attempt.undone();
              }
            });
  }

  /** Ends the session; one that does not exist is as good as ended. */
  public Future<Void> signOut(@Nullable String sessionId) {
    return sessions.close(sessionId);
  }

  /** Ends every session of the account. */
  public Future<Void> signOutEverywhere(String accountId) {
    return sessions.closeAll(accountId);
  }

  /** Whose session this is; empty when nobody's. Looking keeps it alive. */
  public Future<Optional<Account>> who(@Nullable String sessionId) {
    return sessions
        .account(sessionId)
        .compose(
            id -> id.map(accounts::byId).orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  /** Whether this session lasts. Unlike {@link #who} it does not keep it alive. */
  public Future<Boolean> isSignedIn(@Nullable String sessionId) {
    return sessions.lasts(sessionId);
  }

  /** Does an account exist? */
  public Future<Boolean> isSetUp() {
    return accounts.count().map(count -> count > 0);
  }

  // A hash that could not be upgraded now will be next time: that is no reason to keep somebody
  // out.
  private Future<SignedIn> open(Account account, Passwords.Checked checked) {
    return checked
        .newHash()
        .map(
            hash ->
                accounts.updateHash(account.id(), account.passwordHash(), hash).otherwise(false))
        .orElseGet(() -> Future.succeededFuture(false))
        .compose(upgraded -> sessions.open(account.id()))
        .map(session -> new SignedIn(session, account));
  }

  private static String unlikely(String email) {
    String text = email == null ? "" : email.strip().toLowerCase(Locale.ROOT);
    return "?" + text.substring(0, Math.min(text.length(), 254));
  }
}
