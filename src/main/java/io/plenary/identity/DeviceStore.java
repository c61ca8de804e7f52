package io.plenary.identity;

import io.vertx.core.Future;
import java.time.Duration;

/**
 * Port: the devices that an account knows, by the hash of their id. A future that fails means the
 * store cannot answer now.
 */
public interface DeviceStore {
  /** The account knows at most so many; the one that signed in longest ago goes first. */
  int MOST = 20;

  /** Whether the account knows it, and it signed in within {@code lifetime}. */
  Future<Boolean> known(String account, String device, Duration lifetime);

  /**
   * It signed in now. Those that did not for {@code lifetime} are forgotten. Nothing is written
   * when there is no such account, or its password hash is another by now.
   */
  Future<Void> remember(Account account, String device, Duration lifetime);

  Future<Void> forget(String account, String device);
}
