package io.plenary.identity;

import io.plenary.identity.Admission.Identified;
import io.plenary.identity.Admission.Way;
import io.plenary.identity.Devices.Device;
import io.plenary.identity.Passwords.Lane;
import io.vertx.core.Future;
import java.util.List;
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
  private final Devices devices;
  private final Admission admission;
  private final SignInLimits limits;

  public SignIn(
      AccountStore accounts,
      Sessions sessions,
      Passwords passwords,
      Devices devices,
      Admission admission,
      SignInLimits limits) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.passwords = passwords;
    this.devices = devices;
    this.admission = admission;
    this.limits = limits;
  }

  /** With a password. */
  public Future<SignedIn> signIn(String email, String password, Client client) {
    Optional<String> address = EmailAddress.normalise(email);
    String typed = password == null ? "" : password;
    List<Device> genuine = devices.genuine(client.devices());
    if (genuine.isEmpty()) { // nothing is asked of the store for somebody who has to wait
      return asNewcomer(address, email, typed, client, Optional.empty());
    }
    return find(address)
        .compose(
            account ->
                device(account, genuine)
                    .compose(
                        device ->
                            device.isPresent()
                                ? asKnown(device.get(), account.orElseThrow(), typed, client)
                                : asNewcomer(address, email, typed, client, Optional.of(account))));
  }

  private Future<Optional<Device>> device(Optional<Account> account, List<Device> genuine) {
    return account
        .map(known -> devices.known(known.id(), genuine))
        .orElseGet(() -> Future.succeededFuture(Optional.empty()));
  }

  /**
   * @param found the account, when it was looked for already
   */
  private Future<SignedIn> asNewcomer(
      Optional<String> address,
      String email,
      String password,
      Client client,
      Optional<Optional<Account>> found) {
    SignInLimits.Taken taken;
    try {
      taken = limits.newcomer(address.orElseGet(() -> unlikely(email)), client.address());
    } catch (IdentityFailure slowDown) {
      return Future.failedFuture(slowDown);
    }
    return found
        .map(Future::succeededFuture)
        .orElseGet(() -> find(address))
        .compose(account -> checked(Lane.NEWCOMER, account, password))
        .compose(account -> admission.admit(new Identified(account, Way.PASSWORD), client))
        .onSuccess(in -> taken.back())
        .onFailure(
            e -> {
              if (!wrong(e)) taken.back();
            });
  }

  private Future<SignedIn> asKnown(Device device, Account account, String password, Client client) {
    try {
      limits.known(device.id());
    } catch (IdentityFailure slowDown) {
      return Future.failedFuture(slowDown);
    }
    return checked(Lane.KNOWN, Optional.of(account), password)
        .onSuccess(in -> limits.forget(device.id()))
        .recover(
            e -> {
              if (!wrong(e)) limits.undone(device.id());
              if (!wrong(e) || !limits.failed(device.id())) return Future.failedFuture(e);
              return devices
                  .forget(device)
                  .onSuccess(v -> limits.forget(device.id()))
                  .onFailure(full -> limits.undone(device.id())) // so that it is tried again
                  .compose(v -> Future.failedFuture(e));
            })
        .compose(in -> admission.admit(new Identified(in, Way.PASSWORD), client));
  }

  /** The account, if the password is its own. */
  private Future<Account> checked(Lane lane, Optional<Account> account, String password) {
    return passwords
        .check(lane, password, account.map(Account::passwordHash))
        .compose(
            checked ->
                checked.matches()
                    ? upgraded(account.orElseThrow(), checked)
                    : Future.failedFuture(IdentityFailure.wrongCredentials()));
  }

  // A hash that could not be upgraded now will be next time: that is no reason to keep somebody
  // out.
  private Future<Account> upgraded(Account account, Passwords.Checked checked) {
    return checked
        .newHash()
        .map(
            hash ->
                accounts
                    .updateHash(account.id(), account.passwordHash(), hash)
                    .otherwise(false)
                    .map(done -> done ? account.withPassword(hash) : account))
        .orElseGet(() -> Future.succeededFuture(account));
  }

  private Future<Optional<Account>> find(Optional<String> address) {
    return address.map(accounts::byEmail).orElseGet(() -> Future.succeededFuture(Optional.empty()));
  }

  private static boolean wrong(Throwable e) {
    return e instanceof IdentityFailure refused
        && refused.reason() == IdentityFailure.Reason.WRONG_CREDENTIALS;
  }

  /** Ends the session; one that does not exist is as good as ended. */
  public Future<Void> signOut(@Nullable String sessionId) {
    return sessions.close(sessionId);
  }

  /** Ends every session of the account. */
  public Future<Void> signOutEverywhere(String accountId) {
    return sessions.closeAll(accountId, null);
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

  /** Changes whenever a session was ended, on whichever node. */
  public Future<String> ended() {
    return sessions.ended();
  }

  /** Does an account exist? */
  public Future<Boolean> isSetUp() {
    return accounts.count().map(count -> count > 0);
  }

  private static String unlikely(String email) {
    String text = email == null ? "" : email.strip().toLowerCase(Locale.ROOT);
    return "?" + text.substring(0, Math.min(text.length(), 254));
  }
}
