package io.plenary.identity;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
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

  /**
   * A session as its account sees it.
   *
   * @param name to end it by; opens nothing
   * @param mine whether it is the one that asks
   */
  public record Seen(String name, Instant began, Instant used, String browser, boolean mine) {}

  /**
   * A new session's id, 43 symbols of base64url. Fails with {@link IdentityFailure} when the
   * password of the account is another by now: what was opened with the one before has ended.
   *
   * @param browser its kind, in words for people
   */
  Future<String> open(Account account, String browser) {
    String id = ids.secret256();
    return store
        .put(hash(id), account, browser, lifetime)
        .compose(
            put ->
                put
                    ? Future.succeededFuture(id)
                    : Future.failedFuture(IdentityFailure.wrongCredentials()));
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

  /** The one used last comes first. */
  public Future<List<Seen>> of(String accountId, @Nullable String id) {
    String mine = id == null ? "" : hash(id);
    return store
        .of(accountId)
        .map(
            all ->
                all.stream()
                    .map(
                        s ->
                            new Seen(
                                s.idHash(),
                                s.began(),
                                s.used(),
                                s.browser(),
                                s.idHash().equals(mine)))
                    .sorted(
                        Comparator.comparing((Seen s) -> !s.mine())
                            .thenComparing(Seen::used, Comparator.reverseOrder())
                            .thenComparing(Seen::name))
                    .toList());
  }

  public Future<Void> close(@Nullable String id) {
    return id != null && shaped(id) ? store.delete(hash(id), null) : Future.succeededFuture();
  }

  /** Ends one of the account's by its name. */
  public Future<Void> closeNamed(String accountId, String name) {
    return shaped(name) ? store.delete(name, accountId) : Future.succeededFuture();
  }

  /**
   * @param but the id of the one that stays; null: none
   */
  public Future<Void> closeAll(String accountId, @Nullable String but) {
    return store.deleteAll(accountId, but == null ? null : hash(but));
  }

  /** Changes whenever a session was ended, on whichever node. */
  public Future<String> ended() {
    return store.ended();
  }

  private static boolean shaped(String id) {
    return id != null && id.matches("[A-Za-z0-9_-]{43}");
  }

  static String hash(String id) {
    return Digests.sha256("session:" + id);
  }
}
