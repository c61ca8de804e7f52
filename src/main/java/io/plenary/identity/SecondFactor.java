package io.plenary.identity;

import io.plenary.identity.SecondFactorStore.Kept;
import io.plenary.limit.KeyedRateLimiter;
import io.plenary.limit.Limits;
import io.vertx.core.Future;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Base32;

/**
 * A code beside the password, for accounts that want one: from a program that shows a new one every
 * 30 s, or one of ten recovery codes. Futures fail with {@link IdentityFailure}, or with what the
 * store fails with.
 */
public final class SecondFactor {
  static final int RECOVERY_CODES = 10;

  /** 50 bits each; no letter that looks like another. */
  private static final String SYMBOLS = "23456789abcdefghijkmnpqrstuvwxyz";

  private static final int RECOVERY_LENGTH = 10;
  private static final Pattern NO_SYMBOL = Pattern.compile("[\\s-]");
  private static final Pattern DIGITS = Pattern.compile("[0-9]{" + Totp.DIGITS + "}");

  private final SecondFactorStore store;
  private final Devices devices;
  private final Entropy entropy;
  private final Supplier<Instant> clock;
  private final SharedLimits shared;
  private final KeyedRateLimiter tries;

  public SecondFactor(
      SecondFactorStore store,
      Devices devices,
      Entropy entropy,
      Supplier<Instant> clock,
      SharedLimits shared) {
    this.store = store;
    this.devices = devices;
    this.entropy = entropy;
    this.clock = clock;
    this.shared = shared;
    this.tries =
        new KeyedRateLimiter(Limits.CODES, Limits.NEWCOMERS_REMEMBERED, System::nanoTime)
            .shared(shared.spending(), "second-factor");
  }

  /**
   * What a program for codes is told.
   *
   * @param secret to be typed by who cannot scan
   * @param uri to be scanned (Key URI format)
   */
  public record Proposed(String secret, String uri) {
    @Override
    public String toString() {
      return "Proposed[…]";
    }
  }

  /** How many recovery codes are left; empty when the account has no second factor. */
  public Future<Optional<Integer>> state(String account) {
    return store.of(account).map(kept -> kept.map(Kept::recovery));
  }

  /** A new secret, which counts once a code of it was given. */
  public Future<Proposed> propose(Account account) {
    String secret = new Base32().encodeToString(entropy.bytes(Totp.SECRET));
    return store
        .propose(account.id(), secret)
        .map(
            v ->
                new Proposed(
                    secret,
                    "otpauth://totp/Plenary:"
                        + encoded(account.email())
                        + "?secret="
                        + secret
                        + "&issuer=Plenary&digits="
                        + Totp.DIGITS
                        + "&period="
                        + Totp.STEP_S));
  }

  /**
   * From now on a code is asked. It takes the place of the secret before.
   *
   * @return recovery codes; told only here
   */
  public Future<List<String>> confirm(Account account, String typed, Client client) {
    return slowly(account, client, () -> confirmed(account, typed));
  }

  private Future<List<String>> confirmed(Account account, String typed) {
    return store
        .proposed(account.id())
        .compose(
            proposed -> {
              if (proposed.isEmpty()) return Future.failedFuture(begunAnew());
              String secret = proposed.get();
              OptionalLong step = matching(secret, typed, -1);
              if (step.isEmpty()) return Future.failedFuture(wrong());
              List<String> codes = recoveryCodes();
              List<String> hashes = codes.stream().map(SecondFactor::hash).toList();
              return store
                  .confirm(account.id(), secret, step.getAsLong(), hashes)
                  .compose(
                      done ->
                          done ? Future.succeededFuture(codes) : Future.failedFuture(begunAnew()));
            });
  }

  public Future<Void> remove(String account) {
    return store.remove(account);
  }

  /** Whether a code is asked of the account. */
  Future<Boolean> asked(String account) {
    return store.of(account).map(Optional::isPresent);
  }

  /** Fails when this is no code of the account, or was used before. */
  Future<Void> check(Account account, String typed, Client client) {
    return slowly(
        account,
        client,
        () ->
            store
                .of(account.id())
                .compose(
                    kept ->
                        kept.isEmpty() // it was turned off meanwhile
                            ? Future.succeededFuture(true)
                            : used(account.id(), kept.get(), typed == null ? "" : typed))
                .compose(used -> used ? Future.succeededFuture() : Future.failedFuture(wrong())));
  }

  private Future<Boolean> used(String account, Kept kept, String typed) {
    String code = NO_SYMBOL.matcher(typed).replaceAll("");
    if (!DIGITS.matcher(code).matches()) return store.useRecovery(account, hash(code));
    OptionalLong step = matching(kept.secret(), code, kept.usedLast());
    return step.isEmpty()
        ? Future.succeededFuture(false)
        : store.use(account, kept.secret(), step.getAsLong());
  }

  private OptionalLong matching(String secret, String typed, long usedLast) {
    String code = NO_SYMBOL.matcher(typed == null ? "" : typed).replaceAll("");
    return Totp.matching(new Base32().decode(secret), code, clock.get(), usedLast);
  }

  /**
   * Counts one try until it is known to be right. A device that the account knows is not held up by
   * what others try.
   */
  private <T> Future<T> slowly(Account account, Client client, Supplier<Future<T>> work) {
    return devices
        .known(account.id(), devices.genuine(client.devices()))
        .map(known -> shared.key(known.map(Devices.Device::id).orElse(account.id())))
        .compose(
            key -> {
              Duration wait = tries.acquire(key);
              return wait.isZero()
                  ? work.get().onSuccess(done -> tries.giveBack(key))
                  : Future.failedFuture(IdentityFailure.slowDown(wait));
            });
  }

  private List<String> recoveryCodes() {
    return Stream.generate(() -> Symbols.draw(entropy, SYMBOLS, RECOVERY_LENGTH))
        .limit(RECOVERY_CODES)
        .map(
            code ->
                code.substring(0, RECOVERY_LENGTH / 2) + "-" + code.substring(RECOVERY_LENGTH / 2))
        .toList();
  }

  private static String hash(String code) {
    String plain = NO_SYMBOL.matcher(code).replaceAll("").toLowerCase(Locale.ROOT);
    return Digests.sha256("recovery:" + plain);
  }

  private static IdentityFailure wrong() {
    return IdentityFailure.badField(
        "code", "This code is not the present one, or was used. Wait for the next one.");
  }

  private static IdentityFailure begunAnew() {
    return IdentityFailure.badField("code", "Another code was set up meanwhile. Begin anew.");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
