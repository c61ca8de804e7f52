package io.plenary.identity;

import io.plenary.limit.KeyedRateLimiter;
import io.plenary.limit.Limits;
import io.plenary.limit.Spending;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * How many passwords are checked, and for whom. Devices that an account does not know share what
 * there is for that account, for their address and for all of them; a device that it knows has its
 * own and is not touched by what the others do. Counted by a clock that nobody can set. In memory;
 * nodes tell each other what they took.
 */
public final class SignInLimits {
  private static final String ALL = "all";
  private static final String FAILURES = "device-failures";
  private final SharedLimits shared;
  private final KeyedRateLimiter accounts;
  private final KeyedRateLimiter addresses;
  private final KeyedRateLimiter newcomers;
  private final KeyedRateLimiter devices;

  /** Checks in a row without a success, by what nodes call a device that is known. */
  private final Map<String, Integer> failures = new ConcurrentHashMap<>();

  public SignInLimits(SharedLimits shared) {
    this(System::nanoTime, shared);
  }

  SignInLimits(LongSupplier nanos, SharedLimits shared) {
    this.shared = shared;
    int most = Limits.NEWCOMERS_REMEMBERED;
    Spending spending = shared.spending();
    accounts =
        new KeyedRateLimiter(Limits.NEWCOMER_ACCOUNT, most, nanos)
            .shared(spending, "newcomers-of-account");
    addresses =
        new KeyedRateLimiter(Limits.NEWCOMER_ADDRESS, most, nanos)
            .shared(spending, "newcomers-of-address");
    newcomers = new KeyedRateLimiter(Limits.NEWCOMERS, 1, nanos).shared(spending, "newcomers");
    devices = new KeyedRateLimiter(Limits.KNOWN_DEVICE, most, nanos).shared(spending, "devices");
    spending.share(FAILURES, this::count);
  }

  /** How many failures a device has then. */
  private int count(String key, int more) {
    Integer now =
        failures.compute(
            key,
            (same, before) -> {
              int sum = (before == null ? 0 : before) + more;
              return sum <= 0 ? null : Integer.valueOf(sum);
            });
    return now == null ? 0 : now;
  }

  /** Something that was taken for one check; given back when the check was no wrong guess. */
  record Taken(List<Runnable> giveBack) {
    void back() {
      giveBack.forEach(Runnable::run);
    }
  }

  /**
   * Takes what one check for a device that the account does not know costs. It counts from its
   * beginning, so that a hundred at once are a hundred.
   *
   * @param account what the account is called, whether there is one or not
   * @throws IdentityFailure SLOW_DOWN when there is nothing left; nothing is taken then
   */
  Taken newcomer(String account, String remoteAddress) {
    String name = shared.key(account);
    String address = shared.address(remoteAddress);
    Duration wait = accounts.acquire(name);
    if (!wait.isZero()) throw IdentityFailure.newcomersWait(wait);
    wait = addresses.acquire(address);
    if (!wait.isZero()) {
      accounts.giveBack(name);
      throw IdentityFailure.newcomersWait(wait);
    }
    wait = newcomers.acquire(ALL);
    if (!wait.isZero()) {
      accounts.giveBack(name);
      addresses.giveBack(address);
      throw IdentityFailure.newcomersWait(wait);
    }
    return new Taken(
        List.of(
            () -> accounts.giveBack(name),
            () -> addresses.giveBack(address),
            () -> newcomers.giveBack(ALL)));
  }

  /**
   * One check for a device that its account knows. It counts as failed until told otherwise.
   *
   * @throws IdentityFailure SLOW_DOWN when it asks too fast; nothing is counted then
   */
  void known(String device) {
    String key = shared.key(device);
    Duration wait = devices.acquire(key);
    if (!wait.isZero()) throw IdentityFailure.slowDown(wait);
    shared.spending().took(FAILURES, key, 1);
    if (count(key, 1) > Limits.KNOWN_DEVICE_FAILURES) {
      undone(device);
      throw IdentityFailure.slowDown(Duration.ofSeconds(1));
    }
  }

  /** It came to no answer: it is taken back, unless all was forgotten meanwhile. */
  void undone(String device) {
    String key = shared.key(device);
    boolean[] back = new boolean[1];
    failures.computeIfPresent(
        key,
        (same, sum) -> {
          back[0] = true;
          return sum == 1 ? null : sum - 1;
        });
    if (back[0]) shared.spending().took(FAILURES, key, -1);
  }

  /** It was a wrong password. @return whether the device is to be known no longer */
  boolean failed(String device) {
    return failures.getOrDefault(shared.key(device), 0) >= Limits.KNOWN_DEVICE_FAILURES;
  }

  /** It was the right one, or the device is known no longer: what it failed is forgotten. */
  void forget(String device) {
    String key = shared.key(device);
    failures.remove(key);
    shared.spending().forgot(FAILURES, key);
  }

  /** Accounts and addresses of which something is taken. */
  int remembered() {
    return accounts.remembered() + addresses.remembered();
  }
}
