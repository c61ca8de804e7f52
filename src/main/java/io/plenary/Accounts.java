package io.plenary;

import io.plenary.config.Settings;
import io.plenary.identity.AccountLinks;
import io.plenary.identity.AccountServices;
import io.plenary.identity.AddressStore;
import io.plenary.identity.Admission;
import io.plenary.identity.AuditLog;
import io.plenary.identity.Devices;
import io.plenary.identity.Entropy;
import io.plenary.identity.IdentityProvider;
import io.plenary.identity.Ids;
import io.plenary.identity.Invitations;
import io.plenary.identity.Leaving;
import io.plenary.identity.MacKey;
import io.plenary.identity.NewAccounts;
import io.plenary.identity.NewPasswords;
import io.plenary.identity.OwnAccount;
import io.plenary.identity.PasswordRules;
import io.plenary.identity.Passwords;
import io.plenary.identity.ProviderAttempts;
import io.plenary.identity.ProviderSignIn;
import io.plenary.identity.SecondFactor;
import io.plenary.identity.SecondStep;
import io.plenary.identity.Sessions;
import io.plenary.identity.SetUp;
import io.plenary.identity.SetupLink;
import io.plenary.identity.SharedLimits;
import io.plenary.identity.SignIn;
import io.plenary.identity.SignInLimits;
import io.plenary.identity.Staff;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.Optional;

/** Where the parts meet that know accounts, as all parts do in {@link App}. */
final class Accounts {
  final AccountServices services;
  final Passwords passwords;
  private final SetupLink setupLink;
  private final AddressStore address;

  Accounts(
      Vertx vertx,
      Stores stores,
      MacKey secret,
      Entropy entropy,
      Settings.Event terms,
      SharedLimits shared,
      Optional<IdentityProvider> provider) {
    Ids ids = new Ids(entropy);
    passwords = new Passwords(vertx, entropy);
    Sessions sessions = new Sessions(stores.sessions(), ids, terms.sessionLifetime());
    Devices devices = new Devices(stores.devices(), ids, secret);
    SecondFactor codes =
        new SecondFactor(stores.secondFactors(), devices, entropy, Instant::now, shared);
    SecondStep second = new SecondStep(stores.accounts(), secret, Instant::now);
    Admission admission = new Admission(sessions, devices, codes, second);
    SignInLimits limits = new SignInLimits(shared);
    SignIn signIn = new SignIn(stores.accounts(), sessions, passwords, devices, admission, limits);
    PasswordRules rules = new PasswordRules();
    NewAccounts fresh = new NewAccounts(passwords, rules, ids, Instant::now);
    NewPasswords changes = new NewPasswords(stores.accounts(), passwords, rules);
    address = stores.address();
    setupLink = new SetupLink(stores.setup(), ids, secret);
    AuditLog audit = new AuditLog(stores.audit(), terms.auditLogLifetime());
    services =
        new AccountServices(
            signIn,
            new SetUp(stores.accounts(), setupLink, admission, fresh),
            new Staff(stores.staff(), stores.accounts()),
            new Invitations(stores.invitations(), admission, fresh, ids, Instant::now),
            new AccountLinks(
                stores.accountLinks(), stores.accounts(), changes, admission, ids, Instant::now),
            new OwnAccount(
                stores.accounts(),
                sessions,
                passwords,
                changes,
                devices,
                limits,
                new Leaving(stores.accounts(), stores.staff()),
                codes),
            audit,
            provider.map(
                one ->
                    new ProviderSignIn(
                        one,
                        new ProviderAttempts(secret, ids, Instant::now),
                        stores.accounts(),
                        stores.subjects(),
                        admission)),
            admission);
  }

  /**
   * Notes by what people reach the server. Answers the token of the set-up link; empty when there
   * is an account.
   */
  Future<Optional<String>> announce(String base) {
    return address.note(base).compose(v -> setupToken());
  }

  /** The token of the set-up link; empty when there is an account. */
  Future<Optional<String>> setupToken() {
    return setupLink.token();
  }
}
