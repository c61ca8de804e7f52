package io.plenary.identity;

import io.vertx.core.Future;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one-time link with which the first organiser makes an account. Its token is the MAC of a
 * stored nonce under a key of the server's secret: every server on one store prints the same, as
 * often as it starts, until the link was used.
 */
public final class SetupLink {
  private final SetupStore store;
  private final Ids ids;
  private final MacKey key;

  public SetupLink(SetupStore store, Ids ids, MacKey serverSecret) {
    this.store = store;
    this.ids = ids;
    this.key = serverSecret.derive(new Hmac(), "set-up-link");
  }

  /** The token, to print as {@code /organiser#setup=token}; empty when an account exists. */
  public Future<Optional<String>> token() {
    return store.nonce(ids.secret256()).map(nonce -> nonce.map(this::token));
  }

  /** The nonce of the link that this is the token of; empty when it is that of none. */
  Future<Optional<String>> nonce(@Nullable String token) {
    return store
        .held()
        .map(held -> held.filter(nonce -> token != null && Digests.same(token(nonce), token)));
  }

  private String token(String nonce) {
    return Ids.base64Url(new Hmac().full(key, "token", nonce));
  }
}
