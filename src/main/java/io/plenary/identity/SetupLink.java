package io.plenary.identity;

import io.vertx.core.Future;
import java.util.Optional;

/**
 * The one-time link with which the first organiser makes an account. Only its hash is stored, and
 * every start makes a new one.
 */
public final class SetupLink {
  private final SetupStore store;
  private final Ids ids;

  public SetupLink(SetupStore store, Ids ids) {
    this.store = store;
    this.ids = ids;
  }

  /**
   * A new token in place of the one before, to print as {@code /organiser#setup=token}; empty when
   * an account exists.
   */
  public Future<Optional<String>> renew() {
    String token = ids.secret256();
    return store
        .replace(hash(token))
        .map(replaced -> replaced ? Optional.of(token) : Optional.empty());
  }

  static String hash(String token) {
    return Digests.sha256("setup:" + token);
  }
}
