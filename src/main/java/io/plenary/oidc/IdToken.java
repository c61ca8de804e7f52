package io.plenary.oidc;

import io.plenary.identity.IdentityProvider.Proven;
import io.plenary.identity.ProviderFailure;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What must hold of the claims of an ID token whose signature was checked (OpenID Connect Core 1.0,
 * 3.1.3.7).
 */
final class IdToken {
  /** Clocks of two machines are apart by so much, at most. */
  private static final Duration SKEW = Duration.ofSeconds(60);

  /** A token is read at once after it was made. */
  private static final Duration OLDEST = Duration.ofMinutes(10);

  private final String issuer;
  private final String client;

  IdToken(String issuer, String client) {
    this.issuer = issuer;
    this.client = client;
  }

  /**
   * @throws ProviderFailure UNPROVEN with what does not hold
   */
  Proven read(JsonObject claims, String nonce, Instant now) {
    require(issuer.equals(claims.getValue("iss")), "its issuer is another");
    require(isForUs(claims), "it was made for another client");
    Object azp = claims.getValue("azp");
    require(azp == null || client.equals(azp), "another client asked for it");
    require(at(claims, "exp").isAfter(now.minus(SKEW)), "it has expired");
    Instant made = at(claims, "iat");
    require(made.isBefore(now.plus(SKEW)), "it is of the future");
    require(made.isAfter(now.minus(OLDEST)), "it is too old");
    require(nonce.equals(claims.getValue("nonce")), "its nonce is another");
    Object subject = claims.getValue("sub");
    require(subject instanceof String text && !text.isEmpty(), "it names nobody");
    boolean verified = Boolean.TRUE.equals(claims.getValue("email_verified"));
    Object email = claims.getValue("email");
    return new Proven(
        issuer + " " + subject,
        verified && email instanceof String text ? Optional.of(text) : Optional.empty());
  }

  private boolean isForUs(JsonObject claims) {
    Object audience = claims.getValue("aud");
    if (!(audience instanceof JsonArray all)) return client.equals(audience);
    // Of several the one that asked must be named.
    return all.contains(client) && (all.size() == 1 || client.equals(claims.getValue("azp")));
  }

  private static Instant at(JsonObject claims, String name) {
    if (claims.getValue(name) instanceof Number seconds) {
      return Instant.ofEpochSecond(seconds.longValue());
    }
    throw unproven(name + " is missing");
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) throw unproven(otherwise);
  }

  private static ProviderFailure unproven(String why) {
    return new ProviderFailure(
        ProviderFailure.Reason.UNPROVEN, "an ID token is not believed: " + why);
  }
}
