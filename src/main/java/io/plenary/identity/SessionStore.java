package io.plenary.identity;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;

/**
 * Port: who is signed in. Session ids themselves are never stored: {@code idHash} is SHA-256 as 43
 * symbols of base64url.
 */
public interface SessionStore {
  /**
   * Stores a session that ends by itself after {@code lifetime}, and notes it under its account for
   * {@link #deleteAll}.
   */
  Future<Void> put(String idHash, String accountId, Duration lifetime);

  /**
   * Answers the account's id and, in the same atomic step, makes the session last {@code lifetime}
   * from now.
   *
   * @return empty when there is no such session or it has ended
   */
  Future<Optional<String>> get(String idHash, Duration lifetime);

  /** Whether there is such a session. Looking does not make it last longer. */
  Future<Boolean> exists(String idHash);

  /** Ends one session; one that does not exist is as good as ended. */
  Future<Void> delete(String idHash);

  /** Ends, in one atomic step, every session the account has at that moment. */
  Future<Void> deleteAll(String accountId);
}
