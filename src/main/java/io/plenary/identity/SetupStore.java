package io.plenary.identity;

import io.vertx.core.Future;
import java.util.Optional;

/** Port: the nonce of the one set-up link. {@link AccountStore#createFirst} consumes it. */
public interface SetupStore {
  /**
   * In one atomic step: the nonce that is held, or {@code candidate} from now on when there is
   * none; empty when an account exists, and nothing is written then. All servers on one store get
   * the same.
   *
   * @param candidate random, as {@link Ids#secret256()} makes it
   */
  Future<Optional<String>> nonce(String candidate);

  /** The nonce that is held; empty when there is none. */
  Future<Optional<String>> held();
}
