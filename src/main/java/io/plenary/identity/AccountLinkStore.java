package io.plenary.identity;

import io.plenary.identity.AccountLink.Kind;
import io.vertx.core.Future;
import java.time.Instant;

/**
 * Port: the links into accounts, by the hash of their secret; an account has one of a kind at most.
 * The store's own clock says whether one has ended. A future that fails means the store cannot
 * answer now.
 */
public interface AccountLinkStore {
  /** In place of the one before. */
  Future<Void> put(String account, Kind kind, String hash, Instant until);

  /** Whether the link works now. */
  Future<Boolean> holds(String account, Kind kind, String hash);

  /** In one atomic step: whether the link works, and never again. */
  Future<Boolean> use(String account, Kind kind, String hash);
}
