package io.plenary.identity;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Port: who is signed in. Session ids themselves are never stored: {@code idHash} is SHA-256 as 43
 * symbols of base64url.
 */
public interface SessionStore {
  /**
   * A session that lasts.
   *
   * @param browser its kind, in words for people
   * @param used to the minute
   */
  record Stored(String idHash, Instant began, Instant used, String browser) {}

  /**
   * Stores a session that ends by itself after {@code lifetime}, and notes it under its account.
   *
   * @return false when there is no such account, or its password hash is another by now; nothing is
   *     written then
   */
  Future<Boolean> put(String idHash, Account account, String browser, Duration lifetime);

  /**
   * Answers the account's id and, in the same atomic step, makes the session last {@code lifetime}
   * from now.
   *
   * @return empty when there is no such session or it has ended
   */
  Future<Optional<String>> get(String idHash, Duration lifetime);

  /** Whether there is such a session. Looking does not make it last longer. */
  Future<Boolean> exists(String idHash);

  /** Those of the account. Looking does not make them last longer. */
  Future<List<Stored>> of(String accountId);

  /**
   * Ends one session; one that does not exist is as good as ended.
   *
   * @param accountId only if it is this account's; null: whosever it is
   */
  Future<Void> delete(String idHash, @Nullable String accountId);

  /**
   * Ends, in one atomic step, every session the account has at that moment.
   *
   * @param but the one that stays; null: none
   */
  Future<Void> deleteAll(String accountId, @Nullable String but);

  /** Changes whenever a session was ended or the server became another's, on whichever node. */
  Future<String> ended();
}
