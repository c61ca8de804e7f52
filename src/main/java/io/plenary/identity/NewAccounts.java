package io.plenary.identity;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes an account of what somebody typed, without storing it. */
public final class NewAccounts {
  private static final int LONGEST_NAME = 80;
  private static final int MOST_MARKS = 4;
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

  /**
   * Hashes the password, so ask first whether they may. Fails with {@link IdentityFailure} naming
   * the field.
   */
  Future<Account> account(String name, String email, String password) {
    String shown = name == null ? "" : name.strip();
    Optional<IdentityFailure> nameless = nameProblem(shown);
    if (nameless.isPresent()) return Future.failedFuture(nameless.get());
    Optional<String> address = EmailAddress.normalise(email);
    if (address.isEmpty()) return Future.failedFuture(notAnAddress());
    Optional<String> problem = rules.problem(password, address.get());
    if (problem.isPresent()) {
      return refuse("password", problem.get());
    }
    return passwords
        .hash(Passwords.Lane.NEWCOMER, password)
        .map(hash -> new Account(ids.id(), address.get(), shown, hash, clock.get()));
  }

  /**
   * @param shown without spaces around it
   */
  static Optional<IdentityFailure> nameProblem(String shown) {
    boolean good =
        shown.codePointCount(0, shown.length()) <= LONGEST_NAME
            && shown.codePoints().noneMatch(NewAccounts::unprintable)
            && legible(shown);
    return good
        ? Optional.empty()
        : Optional.of(
            IdentityFailure.badField(
                "name", "Write your name in 1 to " + LONGEST_NAME + " characters."));
  }

  static IdentityFailure notAnAddress() {
    return IdentityFailure.badField(
        "email", "This is not an e-mail address. Write it like name@example.org.");
  }

  /**
   * Others read it beside what somebody does, so nothing of it may be unseen, or turn or cover the
   * text around it.
   */
  private static boolean unprintable(int symbol) {
    int type = Character.getType(symbol);
    boolean joiner = symbol == 0x200c || symbol == 0x200d; // Persian and Indic names need them
    return type == Character.CONTROL
        || (type == Character.FORMAT && !joiner)
        || type == Character.SURROGATE
        || type == Character.PRIVATE_USE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.ENCLOSING_MARK;
  }

  /** What can be seen, without marks piled up on one letter. */
  private static boolean legible(String name) {
    int marks = 0;
    boolean seen = false;
    for (int symbol : name.codePoints().toArray()) {
      marks = Character.getType(symbol) == Character.NON_SPACING_MARK ? marks + 1 : 0;
      if (marks > MOST_MARKS) return false;
      seen |= marks == 0 && symbol != 0x200c && symbol != 0x200d && !Character.isSpaceChar(symbol);
    }
    return seen;
  }

  private static <T> Future<T> refuse(String field, String message) {
    return Future.failedFuture(IdentityFailure.badField(field, message));
  }
}
