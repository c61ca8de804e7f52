package io.plenary.identity;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hashes and checks passwords on two threads of their own (each check takes 19 MiB), with a short
 * queue: a flood of sign-ins gets {@link IdentityFailure.Reason#BUSY} and leaves votes alone.
 */
public final class Passwords {
  static final int AT_ONCE = 2;
  static final int WAITING = 16;

  private final WorkerExecutor workers;
  private final Argon2 argon2;
  private final AtomicInteger underWay = new AtomicInteger();

  public Passwords(Vertx vertx, Entropy entropy) {
    this(vertx, new Argon2(entropy));
  }

  Passwords(Vertx vertx, Argon2 argon2) {
    this.workers = vertx.createSharedWorkerExecutor("plenary-passwords", AT_ONCE);
    this.argon2 = argon2;
  }

  /**
   * @param newHash the same password hashed with today's parameters; present when it matched and
   *     the stored hash is weaker
   */
  public record Checked(boolean matches, Optional<String> newHash) {}

  /** The password's hash in PHC format. */
  public Future<String> hash(String password) {
    String text = PasswordRules.normalise(password);
    return work(() -> argon2.hash(text));
  }

  /**
   * @param stored empty when there is no such account: the same work is done, and nothing matches
   */
  public Future<Checked> check(String password, Optional<String> stored) {
    String text = PasswordRules.normalise(password);
    return work(
        () -> {
          boolean matches =
              argon2.matches(text, stored.orElseGet(argon2::placeholder)) && stored.isPresent();
          return new Checked(
              matches,
              matches && argon2.outdated(stored.get())
                  ? Optional.of(argon2.hash(text))
                  : Optional.empty());
        });
  }

  public Future<Void> close() {
    return workers.close();
  }

  private <T> Future<T> work(Callable<T> task) {
    if (underWay.incrementAndGet() > AT_ONCE + WAITING) {
      underWay.decrementAndGet();
      return Future.failedFuture(IdentityFailure.busy());
    }
    return workers.executeBlocking(task, false).onComplete(done -> underWay.decrementAndGet());
  }
}
