package io.plenary.identity;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;

/**
 * Port: invitations of an event by the hash of their secret. A future that fails means the store
 * cannot answer now.
 */
public interface InvitationStore {
  /** At most this many wait to be accepted at once. */
  int MOST = 100;

  enum Outcome {
    DONE,
    FULL,
    GONE
  }

  enum Acceptance {
    /** The account is among the people of the event now, and the invitation is used up. */
    ACCEPTED,
    /** The account was among them before. Nothing is written; the invitation stays. */
    ALREADY,
    /** Unknown, used, withdrawn or too old, or of somebody who may not invite any more. */
    NOT_VALID,
    /**
     * Somebody else has an account with the e-mail address. Nothing is written; the invitation
     * stays.
     */
    EMAIL_TAKEN
  }

  Future<Outcome> add(String event, String hash, Invitation invitation);

  /**
   * Those that are not used yet, also those that have ended by themselves since; without those of
   * people who may not invite any more.
   */
  Future<Map<String, Invitation>> all(String event);

  /** One of {@link #all}. */
  Future<Optional<Invitation>> find(String event, String hash);

  Future<Void> withdraw(String event, String hash);

  /**
   * In one atomic step: gives the account what the invitation says, and uses it up. The store's own
   * clock says whether it has ended.
   */
  Future<Acceptance> accept(String event, String hash, String account);

  /**
   * The same for somebody new, whose account is created in that very step: if the invitation does
   * not work there is none.
   */
  Future<Acceptance> acceptAnew(String event, String hash, Account account);
}
