package io.plenary.identity;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Organisers' sessions: 256-bit ids for the cookie, stored as hashes, ending when unused for their
 * lifetime.
 */
public final class Sessions {
  private final SessionStore store;
  private final Ids ids;
  private final Duration lifetime;

  public Sessions(SessionStore store, Ids ids, Duration lifetime) {
    this.store = store;
    this.ids = ids;
    this.lifetime = lifetime;
  }

  /** A new session's id, 43 symbols of base64url. */
  public Future<String> open(String accountId) {
    String id = ids.secret256();
    return store.put(hash(id), accountId, lifetime).map(id);
  }

  /**
   * The account's id, and the session lasts its lifetime anew. Empty when the id is null,
   * malformed, unknown or ended.
   */
  public Future<Optional<String>> account(@Nullable String id) {
    return id != null && shaped(id)
        ? store.get(hash(id), lifetime)
        : Future.succeededFuture(Optional.empty());
  }

  /** Whether the session lasts, without making it last longer. */
  public Future<Boolean> lasts(@Nullable String id) {
    return id != null && shaped(id) ? store.exists(hash(id)) : Future.succeededFuture(false);
  }

  public Future<Void> close(@Nullable String id) {
    return id != null && shaped(id) ? store.delete(hash(id)) : Future.succeededFuture();
  }

  public Future<Void> closeAll(String accountId) {
    return store.deleteAll(accountId);
  }

  private static boolean shaped(String id) {
    return id != null && id.matches("[A-Za-z0-9_-]{43}");
  }

  private static String hash(String id) {
    return Digests.sha256("session:" + id);
  }
}
