package io.plenary.identity;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Of accounts without a second factor. */
final class NoCodes implements SecondFactorStore {
  @Override
  public Future<Optional<Kept>> of(String account) {
    return Future.succeededFuture(Optional.empty());
  }

  @Override
  public Future<Void> propose(String account, String secret) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Future<Optional<String>> proposed(String account) {
    return Future.succeededFuture(Optional.empty());
  }

  @Override
  public Future<Boolean> confirm(String account, String secret, long step, List<String> recovery) {
    return Future.succeededFuture(false);
  }

  @Override
  public Future<Boolean> use(String account, String secret, long step) {
    return Future.succeededFuture(false);
  }

  @Override
  public Future<Boolean> useRecovery(String account, String hash) {
    return Future.succeededFuture(false);
  }

  @Override
  public Future<Void> remove(String account) {
    return Future.succeededFuture();
  }
}
