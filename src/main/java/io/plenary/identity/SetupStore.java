package io.plenary.identity;

import io.vertx.core.Future;

/** Port: the hash of the one set-up link. {@link AccountStore#createFirst} consumes it. */
public interface SetupStore {
  /**
   * In one atomic step: if there is no account, holds this hash in place of the one before.
   *
   * @param setupHash SHA-256 of the token as 43 symbols of base64url
   * @return false when an account exists; nothing is written then
   */
  Future<Boolean> replace(String setupHash);

  /** Is this the hash held now? */
  Future<Boolean> holds(String setupHash);
}
