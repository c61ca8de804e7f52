package io.plenary.identity;

import io.vertx.core.Future;
import java.util.Optional;

/**
 * Port: which account a person at the identity provider has. A future that fails means the store
 * cannot answer now; whether a write took effect is then unknown.
 */
public interface SubjectStore {
  /**
   * @param subject hash of what the provider calls the person
   */
  Future<Optional<Account>> bySubject(String subject);

  /**
   * Binds the account to the person, atomically: for ever, because an address that a provider gives
   * to somebody else must not give them the account.
   *
   * @return false when the account is bound to another person, the person to another account, or
   *     there is no such account any more; nothing is written then
   */
  Future<Boolean> bind(String account, String subject);
}
