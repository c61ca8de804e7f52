package io.plenary.identity;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Making the first account with the set-up link. Futures fail with {@link IdentityFailure}, or with what the store fails with. */
public final class SetUp {
  private static final int LONGEST_NAME = 80;

  private final AccountStore accounts;
  private final SetupStore setup;
  private final Sessions sessions;
  private final Passwords passwords;
  private final PasswordRules rules;
  private final Ids ids;
  private final Supplier<Instant> clock;

  public SetUp(AccountStore accounts, SetupStore setup, Sessions sessions, Passwords passwords, PasswordRules rules, Ids ids,
      Supplier<Instant> clock) {
    this.accounts = accounts;
    this.setup = setup;
    this.sessions = sessions;
    this.passwords = passwords;
    this.rules = rules;
    this.ids = ids;
    this.clock = clock;
  }

  /** Makes the first account and signs it in. The link stays usable when a field was refused, and is used up with the account. */
  public Future<SignIn.SignedIn> setUp(String token, String name, String email, String password) {
    String hash = SetupLink.hash(token == null ? "" : token);
    // The link first: without it nobody may make the server hash passwords, or learn its rules.
    return setup.holds(hash)
        .compose(held -> held ? account(name, email, password) : Future.failedFuture(IdentityFailure.linkNotValid()))
        .compose(account -> accounts.createFirst(account, hash)
            .compose(created -> created ? sessions.open(account.id()) : Future.failedFuture(IdentityFailure.linkNotValid()))
            .map(session -> new SignIn.SignedIn(session, account)));
  }

  private Future<Account> account(String name, String email, String password) {
    String shown = name == null ? "" : name.strip();
    if (shown.isEmpty() || shown.codePointCount(0, shown.length()) > LONGEST_NAME || shown.codePoints().anyMatch(SetUp::unprintable)) {
      return refuse("name", "Write your name in 1 to " + LONGEST_NAME + " characters.");
    }
    Optional<String> address = EmailAddress.normalise(email);
    if (address.isEmpty()) {
      return refuse("email", "This is not an e-mail address. Write it like name@example.org.");
    }
    Optional<String> problem = rules.problem(password, address.get());
    if (problem.isPresent()) {
      return refuse("password", problem.get());
    }
    return passwords.hash(password).map(hash -> new Account(ids.id(), address.get(), shown, hash, clock.get()));
  }

  // Controls, and marks that turn the direction of the text around them (U+202A to U+202E, U+2066 to U+2069).
  private static boolean unprintable(int symbol) {
    return Character.isISOControl(symbol) || symbol >= 0x202a && symbol <= 0x202e || symbol >= 0x2066 && symbol <= 0x2069;
  }

  private static <T> Future<T> refuse(String field, String message) {
    return Future.failedFuture(IdentityFailure.badField(field, message));
  }
}
