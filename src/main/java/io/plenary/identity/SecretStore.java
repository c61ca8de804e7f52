package io.plenary.identity;

import io.vertx.core.Future;

/** Port: the server's secret, the same on every node and after every restart. */
public interface SecretStore {
  /**
   * In one atomic step: stores the candidate if no secret is stored yet, and answers the one that
   * is stored then.
   *
   * @param candidate 256 random bits as {@link Ids#secret256()} makes them; read the answer with
   *     {@link MacKey#ofSecret}
   */
  Future<String> loadOrCreate(String candidate);
}
