package io.plenary.identity;

import io.plenary.limit.FailureLimiter;
import io.plenary.limit.Limits;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Failures of signing in, counted per account and per address. A whole conference shares one
 * address, so an address may fail more often before it waits; waits end after a minute, so that
 * nobody in the hall can keep an organiser out.
 */
public final class SignInLimits {
  private final FailureLimiter accounts;
  private final FailureLimiter addresses;

  /**
   * @param clockMs milliseconds from any origin that never run backwards
   */
  public SignInLimits(LongSupplier clockMs) {
    accounts = new FailureLimiter(Limits.SIGN_IN_ACCOUNT, clockMs);
    addresses = new FailureLimiter(Limits.SIGN_IN_ADDRESS, clockMs);
  }

  /**
   * One attempt to sign in, which must end with exactly one of {@link #succeeded}, {@link #failed}
   * and {@link #undone}.
   */
  final class Attempt {
    private final String account;
    private final String address;

    private Attempt(String account, String address) {
      this.account = account;
      this.address = address;
    }

    /**
     * Forgets the account's failures, but not the address's: signing in once must not buy more
     * guesses at others.
     */
    void succeeded() {
      accounts.succeeded(account);
      addresses.undo(address);
    }

    void failed() {
      // counted when it began
    }

    /** It came to no answer. */
    void undone() {
      accounts.undo(account);
      addresses.undo(address);
    }
  }

  /**
   * @throws IdentityFailure SLOW_DOWN when account or address have to wait
   */
  Attempt begin(String account, String remoteAddress) {
    String address = AddressKey.of(remoteAddress);
    Duration wait = addresses.attempt(address);
    if (wait.isZero()) {
      wait = accounts.attempt(account);
      if (wait.isZero()) {
        return new Attempt(account, address);
      }
      addresses.undo(address);
    }
    throw IdentityFailure.slowDown(wait);
  }
}
