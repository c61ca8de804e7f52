package io.plenary.identity;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.Set;

/**
 * Port: accounts; further ones than the first come by {@link InvitationStore#acceptAnew}. A future
 * that fails means the store cannot answer now; whether a write took effect is then unknown.
 */
public interface AccountStore {
  /**
   * In one atomic step: if there is no account at all, and {@code nonce} is what {@link SetupStore}
   * holds, stores the account and forgets the nonce. Of any number of calls at once exactly one can
   * win.
   *
   * @return false when an account exists or the nonce is another; nothing is written then
   */
  Future<Boolean> createFirst(Account account, String nonce);

  /**
   * @param email normalised by {@link EmailAddress}
   */
  Future<Optional<Account>> byEmail(String email);

  Future<Optional<Account>> byId(String id);

  /**
   * Replaces the password hash if it is still {@code from}, atomically, so that an upgrade of
   * parameters never undoes a new password.
   *
   * @return false when it was another or there is no such account; nothing is written then
   */
  Future<Boolean> updateHash(String id, String from, String to);

  /** How many accounts there are. */
  Future<Long> count();

  /** What a new password is set on the strength of. */
  sealed interface Proof {
    /**
     * @param hash of the password that is changed: nobody changed it meanwhile
     */
    record Present(String hash) implements Proof {}

    /**
     * @param hash of the secret of a reset link, which is used up
     */
    record Link(String hash) implements Proof {}
  }

  /**
   * In one atomic step: sets the password hash and ends all sessions of the account but one, all
   * that it knows of devices, and all links into it.
   *
   * @param session hash of the id of the session that stays; empty: none
   * @return false when the proof does not hold or there is no such account; nothing is written then
   */
  Future<Boolean> setPassword(String id, Proof proof, String to, Optional<String> session);

  Future<Void> rename(String id, String name);

  /**
   * In one atomic step: gives the account another address, and ends the links into it.
   *
   * @return false when somebody has the address, or the account another than {@code from} by now;
   *     nothing is written then
   */
  Future<Boolean> changeEmail(String id, String from, String to);

  /** Ids of all accounts. */
  Future<Set<String>> all();

  /** In one atomic step: the server is another's, if it was this one's. */
  Future<Void> handOver(String from, String to);

  /**
   * In one atomic step: deletes the account with its sessions, devices and links; also when it is
   * gone already.
   *
   * @return false when it owns the server or has a role at an event; nothing is written then
   */
  Future<Boolean> delete(String id);
}
