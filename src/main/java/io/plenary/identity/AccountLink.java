package io.plenary.identity;

import java.time.Duration;

/**
 * A link that lets somebody into their account once, without the password that they forgot, or that
 * a new device may not try now. Who has it is taken for the person.
 */
public final class AccountLink {
  public static final Duration LASTS = Duration.ofMinutes(15);

  private AccountLink() {}

  /** What it is for. */
  public enum Kind {
    SIGN_IN("sign-in"),
    /** To set a new password. */
    RESET("reset");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** In addresses. */
    public String word() {
      return word;
    }
  }
}
