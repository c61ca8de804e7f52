package io.plenary.identity;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/**
 * Port: the second factor of accounts. A future that fails means the store cannot answer now;
 * whether a write took effect is then unknown.
 */
public interface SecondFactorStore {
  /**
   * @param secret Base32
   * @param usedLast the step whose code was used last
   * @param recovery how many recovery codes are left
   */
  record Kept(String secret, long usedLast, int recovery) {
    @Override
    public String toString() {
      return "Kept[…]";
    }
  }

  /** Empty when the account has none. */
  Future<Optional<Kept>> of(String account);

  /** Notes a secret that is to be confirmed by a code, in place of the one before. */
  Future<Void> propose(String account, String secret);

  /** The secret that is to be confirmed; empty when there is none. */
  Future<Optional<String>> proposed(String account);

  /**
   * In one atomic step: the proposed secret counts from now on, if it still is this one.
   *
   * @param step whose code confirmed it
   * @param recovery hashes of recovery codes
   * @return false when another was proposed, or there is no such account any more
   */
  Future<Boolean> confirm(String account, String secret, long step, List<String> recovery);

  /**
   * Uses up a code, atomically: of any number of tries with one exactly one can win.
   *
   * @return false when the step, or a later one, was used before, or the secret is another
   */
  Future<Boolean> use(String account, String secret, long step);

  /** Uses up a recovery code. @return false when the account has none with this hash */
  Future<Boolean> useRecovery(String account, String hash);

  Future<Void> remove(String account);
}
