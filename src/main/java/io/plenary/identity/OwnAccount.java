package io.plenary.identity;

import io.plenary.identity.Passwords.Lane;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/**
 * What somebody does with their own account. Futures fail with {@link IdentityFailure}, or with
 * what the store fails with.
 */
public final class OwnAccount {
  private final AccountStore accounts;
  private final Sessions sessions;
  private final Passwords passwords;
  private final NewPasswords changes;
  private final Devices devices;
  private final SignInLimits limits;
  private final Leaving leaving;
  private final SecondFactor codes;

  public OwnAccount(
      AccountStore accounts,
      Sessions sessions,
      Passwords passwords,
      NewPasswords changes,
      Devices devices,
      SignInLimits limits,
      Leaving leaving,
      SecondFactor codes) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.passwords = passwords;
    this.changes = changes;
    this.devices = devices;
    this.limits = limits;
    this.leaving = leaving;
    this.codes = codes;
  }

  /**
   * Who acts.
   *
   * @param session its id
   */
  public record Self(Account account, String session, Client client) {
    @Override
    public String toString() {
      return "Self[" + account + "]";
    }
  }

  /** The one that asks first, then the one used last. */
  public Future<List<Sessions.Seen>> sessions(Self self) {
    return sessions.of(self.account.id(), self.session);
  }

  /** Of this account only; another's stays. */
  public Future<Void> endSession(Self self, String name) {
    return sessions.closeNamed(self.account.id(), name);
  }

  public Future<Void> endOtherSessions(Self self) {
    return sessions.closeAll(self.account.id(), self.session);
  }

  public Future<Void> rename(Self self, String name) {
    String shown = name == null ? "" : name.strip();
    return NewAccounts.nameProblem(shown)
        .map(Future::<Void>failedFuture)
        .orElseGet(() -> accounts.rename(self.account.id(), shown));
  }

  /** Links into the account end with it. */
  public Future<Void> changeEmail(Self self, String email, String present) {
    Optional<String> address = EmailAddress.normalise(email);
    if (address.isEmpty()) return Future.failedFuture(NewAccounts.notAnAddress());
    return checked(self, present)
        .compose(
            account -> accounts.changeEmail(self.account.id(), self.account.email(), address.get()))
        .compose(
            changed ->
                changed
                    ? Future.succeededFuture()
                    : Future.failedFuture(
                        IdentityFailure.badField(
                            "email", "There is another account with this address.")));
  }

  /**
   * Ends all other sessions, and what the account knows of devices but this one.
   *
   * @return what the cookie of the device holds then
   */
  public Future<String> changePassword(Self self, String present, String password) {
    Optional<IdentityFailure> objection =
        changes.objection(self.account, password, "password"); // before Argon2 is asked
    if (objection.isPresent()) return Future.failedFuture(objection.get());
    return checked(self, present)
        .compose(account -> changes.bySession(account, password, Sessions.hash(self.session)))
        .compose(
            changed ->
                changed.isPresent()
                    ? devices.remember(changed.get(), self.client.devices())
                    : Future.failedFuture(IdentityFailure.changedMeanwhile()));
  }

  /** How many recovery codes are left; empty without a second factor. */
  public Future<Optional<Integer>> secondFactor(Self self) {
    return codes.state(self.account.id());
  }

  /** A secret that counts once {@link #confirmSecondFactor} was given a code of it. */
  public Future<SecondFactor.Proposed> proposeSecondFactor(Self self, String present) {
    return checked(self, present).compose(codes::propose);
  }

  /**
   * @return recovery codes; told only here
   */
  public Future<List<String>> confirmSecondFactor(Self self, String code) {
    return codes.confirm(self.account, code, self.client);
  }

  public Future<Void> removeSecondFactor(Self self, String present) {
    return checked(self, present).compose(account -> codes.remove(account.id()));
  }

  /** What stands against deleting the account, and who could take over. */
  public Future<Leaving.Standing> standing(Self self) {
    return leaving.standing(self.account.id());
  }

  /**
   * Deletes the account: its roles end, its sessions, devices and links too.
   *
   * @param heir who takes over what would be nobody's, one of {@link Leaving.Standing#heirs}; empty
   *     when nothing would
   */
  public Future<Void> delete(Self self, String present, Optional<String> heir) {
    return checked(self, present).compose(account -> leaving.leave(self.account.id(), heir));
  }

  /**
   * The account, if the password is its present one. Ten wrong ones in a row end the session: it
   * may have come into other hands.
   */
  private Future<Account> checked(Self self, String present) {
    String counted = "present:" + self.account.id();
    try {
      limits.known(counted);
    } catch (IdentityFailure slowDown) {
      return Future.failedFuture(slowDown);
    }
    return passwords
        .check(Lane.KNOWN, present == null ? "" : present, Optional.of(self.account.passwordHash()))
        .onFailure(e -> limits.undone(counted))
        .compose(
            checked -> {
              if (checked.matches()) {
                limits.forget(counted);
                return Future.succeededFuture(self.account);
              }
              IdentityFailure wrong =
                  IdentityFailure.badField("present", "This is not your present password.");
              if (!limits.failed(counted)) return Future.failedFuture(wrong);
              return sessions
                  .close(self.session)
                  .onSuccess(v -> limits.forget(counted))
                  .onFailure(full -> limits.undone(counted)) // so that it is tried again
                  .compose(v -> Future.failedFuture(wrong));
            });
  }
}
