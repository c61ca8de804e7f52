package io.plenary.identity;

import io.plenary.identity.Admission.Identified;
import io.plenary.identity.Admission.Way;
import io.plenary.identity.IdentityProvider.Proven;
import io.plenary.identity.ProviderFailure.Reason;
import io.plenary.limit.KeyedRateLimiter;
import io.plenary.limit.Limits;
import io.vertx.core.Future;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signing in by a provider: for people who have an account here. The first time they are known by
 * the address that the provider verified, from then on by what the provider calls them. Futures
 * fail with {@link ProviderFailure}, or with what the store fails with.
 */
public final class ProviderSignIn {
  private final IdentityProvider provider;
  private final ProviderAttempts attempts;
  private final AccountStore accounts;
  private final SubjectStore subjects;
  private final Admission admission;
  private final KeyedRateLimiter addresses;

  public ProviderSignIn(
      IdentityProvider provider,
      ProviderAttempts attempts,
      AccountStore accounts,
      SubjectStore subjects,
      Admission admission) {
    this.provider = provider;
    this.attempts = attempts;
    this.accounts = accounts;
    this.subjects = subjects;
    this.admission = admission;
    this.addresses =
        new KeyedRateLimiter(
            Limits.PROVIDER_ATTEMPTS, Limits.NEWCOMERS_REMEMBERED, System::nanoTime);
  }

  /** What people call the provider. */
  public String name() {
    return provider.name();
  }

  /**
   * @param at the address at the provider
   */
  public record Begun(String at, ProviderAttempt attempt) {}

  public Future<Begun> begin(String remoteAddress) {
    return slowly(remoteAddress)
        .compose(
            v -> {
              ProviderAttempt attempt = attempts.begin();
              return provider.signInAt(attempt).map(at -> new Begun(at, attempt));
            });
  }

  /**
   * Somebody came back.
   *
   * @param cookie of the attempt that this browser began
   */
  public Future<SignedIn> complete(
      @Nullable String cookie, @Nullable String state, @Nullable String code, Client client) {
    return slowly(client.address())
        .map(v -> attempts.returned(cookie, state))
        .compose(
            attempt ->
                code == null || code.isEmpty()
                    ? fail(Reason.REFUSED, "the provider sent no code")
                    : provider.redeem(code, attempt))
        .compose(this::account)
        .compose(account -> admission.admit(new Identified(account, Way.PROVIDER), client));
  }

  /** Where a browser ends its session at the provider; empty when that has no such place. */
  public Future<Optional<String>> signOutAt(String remoteAddress) {
    return slowly(remoteAddress).compose(v -> provider.signOutAt());
  }

  private Future<Account> account(Proven person) {
    String subject = Digests.sha256("subject:" + person.subject());
    return subjects
        .bySubject(subject)
        .compose(
            bound ->
                bound
                    .map(Future::succeededFuture)
                    .orElseGet(() -> firstTime(subject, person.email())));
  }

  private Future<Account> firstTime(String subject, Optional<String> email) {
    return email
        .flatMap(EmailAddress::normalise)
        .map(accounts::byEmail)
        .orElseGet(() -> Future.succeededFuture(Optional.empty()))
        .compose(
            found ->
                found.isEmpty()
                    ? fail(Reason.UNKNOWN, "no account has an address that the provider verified")
                    : subjects
                        .bind(found.get().id(), subject)
                        .compose(
                            bound ->
                                bound
                                    ? Future.succeededFuture(found.get())
                                    : fail(
                                        Reason.OTHER_PERSON,
                                        "account "
                                            + found.get().id()
                                            + " is bound to another person at the provider")));
  }

  /** Every step, also one that is wrong: each may ask the provider, and stands in the log. */
  private Future<Void> slowly(String remoteAddress) {
    return addresses.tryAcquire(AddressKey.of(remoteAddress))
        ? Future.succeededFuture()
        : fail(Reason.BUSY, "too many attempts from one address");
  }

  private static <T> Future<T> fail(Reason reason, String message) {
    return Future.failedFuture(new ProviderFailure(reason, message));
  }
}
