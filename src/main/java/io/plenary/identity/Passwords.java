package io.plenary.identity;

import io.plenary.limit.Limits;
import io.plenary.limit.Rate;
import io.plenary.limit.RateLimiter;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * Hashes and checks passwords, each of which takes 19 MiB and 50 ms or more, on two threads: one
 * for {@link Lane#KNOWN people who are known}, one for {@link Lane#NEWCOMER everybody else}. So
 * nobody who is known waits for a stranger, and no flood takes more than 38 MiB and one core. What
 * does not fit into the short queues is refused with {@link IdentityFailure.Reason#BUSY}.
 */
public final class Passwords {
  /** Whose turn it is. */
  public enum Lane {
    /** Who is signed in, or comes from a device that signed in before. */
    KNOWN,
    NEWCOMER
  }

  static final int WAITING = 24;

  private final Line known;
  private final Line newcomers;
  private final Argon2 argon2;
  private final RateLimiter fresh;
  private final LongSupplier nanos;

  public Passwords(Vertx vertx, Entropy entropy) {
    this(vertx, new Argon2(entropy), Limits.NEW_PASSWORDS, System::nanoTime);
  }

  Passwords(Vertx vertx, Argon2 argon2, Rate fresh, LongSupplier nanos) {
    known = new Line(vertx, "plenary-passwords");
    newcomers = new Line(vertx, "plenary-passwords-newcomers");
    this.argon2 = argon2;
    this.fresh = new RateLimiter(fresh, nanos.getAsLong());
    this.nanos = nanos;
  }

  /** One thread and its queue. */
  private static final class Line {
    private final WorkerExecutor worker;
    private final AtomicInteger underWay = new AtomicInteger();

    Line(Vertx vertx, String name) {
      worker = vertx.createSharedWorkerExecutor(name, 1);
    }

    <T> Future<T> work(Callable<T> task) {
      if (underWay.incrementAndGet() > 1 + WAITING) {
        underWay.decrementAndGet();
        return Future.failedFuture(IdentityFailure.busy());
      }
      return worker.executeBlocking(task, true).onComplete(done -> underWay.decrementAndGet());
    }
  }

  /**
   * @param newHash the same password hashed with today's parameters; present when it matched and
   *     the stored hash is weaker
   */
  public record Checked(boolean matches, Optional<String> newHash) {}

  /** The password's hash in PHC format. */
  public Future<String> hash(Lane lane, String password) {
    if (lane == Lane.NEWCOMER && !fresh.tryAcquire(nanos.getAsLong())) {
      return Future.failedFuture(IdentityFailure.slowDown(Duration.ofSeconds(1)));
    }
    String text = PasswordRules.normalise(password);
    return line(lane).work(() -> argon2.hash(text));
  }

  /**
   * @param stored empty when there is no such account: the same work is done, and nothing matches
   */
  public Future<Checked> check(Lane lane, String password, Optional<String> stored) {
    String text = PasswordRules.normalise(password);
    return line(lane)
        .work(
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

  /** Checks and hashes that are under way or wait. */
  int underWay(Lane lane) {
    return line(lane).underWay.get();
  }

  public Future<Void> close() {
    return known.worker.close().compose(v -> newcomers.worker.close());
  }

  private Line line(Lane lane) {
    return lane == Lane.KNOWN ? known : newcomers;
  }
}
