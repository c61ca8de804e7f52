package io.plenary;

import io.plenary.identity.AccountServices;
import io.plenary.identity.Admission;
import io.plenary.identity.Devices;
import io.plenary.identity.Entropy;
import io.plenary.identity.Ids;
import io.plenary.identity.Invitations;
import io.plenary.identity.MacKey;
import io.plenary.identity.NewAccounts;
import io.plenary.identity.PasswordRules;
import io.plenary.identity.Passwords;
import io.plenary.identity.Sessions;
import io.plenary.identity.SetUp;
import io.plenary.identity.SetupLink;
import io.plenary.identity.SignIn;
import io.plenary.identity.SignInLimits;
import io.plenary.identity.Staff;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;

/** Where the parts meet that know accounts, as all parts do in {@link App}. */
final class Accounts {
  final AccountServices services;
  final SetupLink setupLink;
  final Passwords passwords;

  Accounts(Vertx vertx, Stores stores, MacKey secret, Entropy entropy, Duration sessionLifetime) {
    Ids ids = new Ids(entropy);
    passwords = new Passwords(vertx, entropy);
    Sessions sessions = new Sessions(stores.sessions(), ids, sessionLifetime);
    Devices devices = new Devices(stores.devices(), ids, secret);
    Admission admission = new Admission(sessions, devices);
    SignIn signIn =
        new SignIn(stores.accounts(), sessions, passwords, devices, admission, new SignInLimits());
    NewAccounts fresh = new NewAccounts(passwords, new PasswordRules(), ids, Instant::now);
    setupLink = new SetupLink(stores.setup(), ids);
    services =
        new AccountServices(
            signIn,
            new SetUp(stores.accounts(), stores.setup(), admission, fresh),
            new Staff(stores.staff(), stores.accounts()),
            new Invitations(stores.invitations(), admission, fresh, ids, Instant::now));
  }
}
