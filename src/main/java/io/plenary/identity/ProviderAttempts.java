package io.plenary.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes attempts and knows them again, keeping nothing here: the cookie is {@code
 * seconds.secret.mac}, seconds since 1970 and 32 random bytes; state, nonce and verifier are MACs
 * of the secret under keys of their own. Who sees one of them in an address learns nothing of the
 * others.
 */
public final class ProviderAttempts {
  /** People type passwords and look for their phones. */
  public static final Duration LASTS = Duration.ofMinutes(10);

  private static final Pattern SHAPE =
      Pattern.compile("([0-9]{1,12})\\.([A-Za-z0-9_-]{43})\\.([A-Za-z0-9_-]{22})");

  private final MacKey key;
  private final Ids ids;
  private final Supplier<Instant> clock;

  public ProviderAttempts(MacKey serverSecret, Ids ids, Supplier<Instant> clock) {
    this.key = serverSecret.derive(new Hmac(), "provider-attempt");
    this.ids = ids;
    this.clock = clock;
  }

  public ProviderAttempt begin() {
    return attempt(clock.get().getEpochSecond(), ids.secret256(), new Hmac());
  }

  /**
   * The attempt of the browser that holds the cookie.
   *
   * @throws ProviderFailure STALE when there is none, or it is another's, forged or too old
   */
  public ProviderAttempt returned(@Nullable String cookie, @Nullable String state) {
    Hmac hmac = new Hmac();
    return known(cookie, hmac)
        .filter(attempt -> state != null && same(attempt.state(), state))
        .orElseThrow(
            () ->
                new ProviderFailure(
                    ProviderFailure.Reason.STALE, "no attempt of this browser fits the answer"));
  }

  private Optional<ProviderAttempt> known(@Nullable String cookie, Hmac hmac) {
    Matcher shape = SHAPE.matcher(cookie == null ? "" : cookie);
    if (!shape.matches()) return Optional.empty();
    long began = Long.parseLong(shape.group(1));
    long age = clock.get().getEpochSecond() - began;
    ProviderAttempt attempt = attempt(began, shape.group(2), hmac);
    boolean genuine = same(attempt.cookie(), shape.group());
    return genuine && age >= 0 && age <= LASTS.toSeconds()
        ? Optional.of(attempt)
        : Optional.empty();
  }

  private ProviderAttempt attempt(long began, String secret, Hmac hmac) {
    String content = began + "." + secret;
    return new ProviderAttempt(
        content + "." + hmac.shortened(key, "cookie", content),
        hmac.shortened(key, "state", content),
        hmac.shortened(key, "nonce", content),
        Ids.base64Url(hmac.full(key, "verifier", content)));
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
  }
}
