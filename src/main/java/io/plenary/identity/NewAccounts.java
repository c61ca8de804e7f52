package io.plenary.identity;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes an account of what somebody typed, without storing it. */
public final class NewAccounts {
  private static final int LONGEST_NAME = 80;
  private final Passwords passwords;
  private final PasswordRules rules;
  private final Ids ids;
  private final Supplier<Instant> clock;

  public NewAccounts(Passwords passwords, PasswordRules rules, Ids ids, Supplier<Instant> clock) {
    this.passwords = passwords;
    this.rules = rules;
    this.ids = ids;
    this.clock = clock;
  }

  /** Hashes the password, so ask first whether they may. Fails with {@link IdentityFailure} naming the field. */
  Future<Account> account(String name, String email, String password) {
    String shown = name == null ? "" : name.strip();
    if (shown.isEmpty() || shown.codePointCount(0, shown.length()) > LONGEST_NAME || shown.codePoints().anyMatch(NewAccounts::unprintable)) {
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
