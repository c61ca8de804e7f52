package io.plenary.identity;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The time between password and code. The browser holds a ticket, nothing is kept here: {@code
 * account.seconds.mac}, whose MAC is over the hash of the password as well, so that a new password
 * ends it. It opens nothing: it only says that the first step was taken.
 */
public final class SecondStep {
  /** People look for their phones. */
  public static final Duration LASTS = Duration.ofMinutes(5);

  private static final Pattern SHAPE =
      Pattern.compile("([a-z0-9]{1,24})\\.([0-9]{1,12})\\.([A-Za-z0-9_-]{22})");

  private final AccountStore accounts;
  private final MacKey key;
  private final Supplier<Instant> clock;

  public SecondStep(AccountStore accounts, MacKey serverSecret, Supplier<Instant> clock) {
    this.accounts = accounts;
    this.key = serverSecret.derive(new Hmac(), "second-step");
    this.clock = clock;
  }

  String ticket(Account account) {
    long now = clock.get().getEpochSecond();
    return account.id() + "." + now + "." + mac(account, now);
  }

  /** Whose first step it was. Fails when it was nobody's, or is too long ago. */
  Future<Account> taken(@Nullable String ticket) {
    Matcher shape = SHAPE.matcher(ticket == null ? "" : ticket);
    if (!shape.matches()) return over();
    long at = Long.parseLong(shape.group(2));
    long age = clock.get().getEpochSecond() - at;
    if (age < 0 || age > LASTS.toSeconds()) return over();
    return accounts
        .byId(shape.group(1))
        .map(found -> found.filter(a -> Digests.same(mac(a, at), shape.group(3))))
        .compose(
            (Optional<Account> account) ->
                account.map(Future::succeededFuture).orElseGet(SecondStep::over));
  }

  private String mac(Account account, long at) {
    return new Hmac()
        .shortened(key, "ticket", account.id() + "." + at + "." + account.passwordHash());
  }

  private static <T> Future<T> over() {
    return Future.failedFuture(IdentityFailure.firstStepAgain());
  }
}
