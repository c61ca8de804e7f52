package io.plenary.identity;

import io.vertx.core.Future;
import java.util.Optional;

/**
 * Port: somebody else who knows people and says who they are (OpenID Connect). Futures fail with
 * {@link ProviderFailure}. Usable from any thread.
 */
public interface IdentityProvider {
  /** What people call it. */
  String name();

  /** Where a browser is sent to, so that it comes back with a code for this attempt. */
  Future<String> signInAt(ProviderAttempt attempt);

  /** Who came back with the code. A code works once, and for the attempt that it was made for. */
  Future<Proven> redeem(String code, ProviderAttempt attempt);

  /** Where a browser ends its session at the provider; empty when it offers nothing of the kind. */
  Future<Optional<String>> signOutAt();

  /**
   * @param subject the same person for ever, of this provider alone
   * @param email as the provider says that it has verified it; empty when it does not say so
   */
  record Proven(String subject, Optional<String> email) {
    @Override
    public String toString() {
      return "Proven[…]";
    }
  }
}
