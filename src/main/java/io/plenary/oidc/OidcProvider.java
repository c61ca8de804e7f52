package io.plenary.oidc;

import io.plenary.identity.IdentityProvider;
import io.plenary.identity.ProviderAttempt;
import io.plenary.identity.ProviderFailure;
import io.plenary.identity.ProviderFailure.Reason;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.oauth2.OAuth2Auth;
import io.vertx.ext.auth.oauth2.OAuth2AuthorizationURL;
import io.vertx.ext.auth.oauth2.OAuth2FlowType;
import io.vertx.ext.auth.oauth2.OAuth2Options;
import io.vertx.ext.auth.oauth2.Oauth2Credentials;
import io.vertx.ext.auth.oauth2.providers.OpenIDConnectAuth;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A provider that speaks OpenID Connect: authorization code flow with PKCE (RFC 7636), as a client
 * with a secret. What it says of itself (endpoints, keys) is asked when somebody signs in, and
 * again after ten minutes; while it is away, what it said last counts.
 */
public final class OidcProvider implements IdentityProvider {
  private static final Logger LOG = LoggerFactory.getLogger(OidcProvider.class);
  private static final Duration FRESH = Duration.ofMinutes(10);
  private static final long ANSWERS_WITHIN_S = 5;
  private static final List<String> SCOPES = List.of("openid", "email");

  /** With a key of the provider's own; a shared secret, or none, proves nothing. */
  private static final Set<String> SIGNED =
      Set.of(
          "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA");

  /**
   * @param issuer as the provider calls itself, without a slash at the end
   * @param name what people call it
   * @param base the address of this server
   */
  public record Client(String issuer, String id, String secret, String name, String base) {
    public String back() {
      return base + "/api/v1/provider/back";
    }

    @Override
    public String toString() {
      return "Client[" + id + "]";
    }
  }

  /** What the provider said of itself. */
  private record Said(OAuth2Auth auth, OAuth2Options options, long at) {}

  private final Vertx vertx;
  private final Client client;
  private final Clock clock;
  private final LongSupplier nanos;
  private final AtomicReference<@Nullable Said> last = new AtomicReference<>();

  /** Of all who want to know, one asks. */
  private final AtomicReference<@Nullable Future<Said>> asking = new AtomicReference<>();

  public OidcProvider(Vertx vertx, Client client, Clock clock) {
    this.vertx = vertx;
    this.client = client;
    this.clock = clock;
    this.nanos = System::nanoTime;
  }

  @Override
  public String name() {
    return client.name();
  }

  @Override
  public Future<String> signInAt(ProviderAttempt attempt) {
    return said()
        .map(
            said ->
                said.auth()
                    .authorizeURL(
                        new OAuth2AuthorizationURL()
                            .setRedirectUri(client.back())
                            .setScopes(SCOPES)
                            .setState(attempt.state())
                            .setCodeChallenge(challenge(attempt.verifier()))
                            .setCodeChallengeMethod("S256")
                            .putAdditionalParameter("nonce", attempt.nonce())));
  }

  @Override
  public Future<Proven> redeem(String code, ProviderAttempt attempt) {
    Oauth2Credentials credentials =
        new Oauth2Credentials()
            .setFlow(OAuth2FlowType.AUTH_CODE)
            .setCode(code)
            .setCodeVerifier(attempt.verifier())
            .setRedirectUri(client.back());
    return said()
        .compose(said -> within(said.auth().authenticate(credentials)).map(u -> read(said, u)))
        .recover(e -> Future.failedFuture(e instanceof ProviderFailure ? e : refused(e)))
        .map(
            claims ->
                new IdToken(issuer(claims), client.id())
                    .read(claims, attempt.nonce(), clock.instant()));
  }

  /** Some issuers end with a slash; settings leave it out. */
  private String issuer(JsonObject claims) {
    String slashed = client.issuer() + "/";
    return slashed.equals(claims.getValue("iss")) ? slashed : client.issuer();
  }

  /** The claims of an ID token that was signed with one of the provider's keys. */
  private static JsonObject read(Said said, User user) {
    String token = user.principal().getString("id_token", "");
    JsonObject claims = user.attributes().getJsonObject("idToken");
    if (claims == null || !SIGNED.contains(algorithm(token))) {
      said.auth().jWKSet().onFailure(e -> LOG.warn("The sign-in provider's keys: {}", said(e)));
      throw new ProviderFailure(
          Reason.UNPROVEN, "an ID token is missing, or not signed with a key of the provider");
    }
    return claims;
  }

  private static String algorithm(String token) {
    try {
      byte[] header = Base64.getUrlDecoder().decode(token.split("\\.", 2)[0]);
      return new JsonObject(new String(header, StandardCharsets.UTF_8)).getString("alg", "");
    } catch (RuntimeException e) {
      return "";
    }
  }

  @Override
  public Future<Optional<String>> signOutAt() {
    return said()
        .map(
            said ->
                Optional.ofNullable(said.options().getLogoutPath())
                    .map(
                        at ->
                            at
                                + (at.contains("?") ? "&" : "?")
                                + "client_id="
                                + encoded(client.id())
                                + "&post_logout_redirect_uri="
                                + encoded(client.base() + "/organiser")));
  }

  private Future<Said> said() {
    Said known = last.get();
    if (known != null && nanos.getAsLong() - known.at() < FRESH.toNanos()) {
      return Future.succeededFuture(known);
    }
    Promise<Said> promise = Promise.promise();
    Future<Said> mine = promise.future();
    Future<Said> asked = asking.updateAndGet(others -> others == null ? mine : others);
    if (asked == mine) {
      ask()
          .onSuccess(this::replace)
          .onFailure(e -> LOG.warn("The sign-in provider does not answer: {}", said(e)))
          .onComplete(
              done -> {
                asking.set(null);
                promise.handle(done);
              });
    }
    return known == null
        ? asked.recover(e -> Future.failedFuture(away(e)))
        : asked.otherwise(known);
  }

  private void replace(Said now) {
    Said before = last.getAndSet(now);
    if (before == null) return;
    // Whoever is in the midst of it is done by then.
    vertx.setTimer(TimeUnit.SECONDS.toMillis(2 * ANSWERS_WITHIN_S), id -> before.auth().close());
  }

  private Future<Said> ask() {
    OAuth2Options options =
        new OAuth2Options()
            .setSite(client.issuer())
            .setClientId(client.id())
            .setClientSecret(client.secret())
            .setValidateIssuer(true)
            .setJWTOptions(new JWTOptions().setLeeway(60))
            .setHttpClientOptions(
                new HttpClientOptions()
                    .setConnectTimeout((int) TimeUnit.SECONDS.toMillis(3))
                    .setIdleTimeout((int) (2 * ANSWERS_WITHIN_S)));
    return within(OpenIDConnectAuth.discover(vertx, options))
        .map(auth -> new Said(auth, options, nanos.getAsLong()));
  }

  private static <T> Future<T> within(Future<T> work) {
    return work.timeout(ANSWERS_WITHIN_S, TimeUnit.SECONDS);
  }

  private static ProviderFailure away(Throwable e) {
    return new ProviderFailure(Reason.AWAY, "the provider does not answer: " + said(e));
  }

  /** Of an answer that says no nothing is kept: it may hold what belongs to a person. */
  private static ProviderFailure refused(Throwable e) {
    return e instanceof IOException || e instanceof TimeoutException
        ? away(e)
        : new ProviderFailure(Reason.REFUSED, "the provider did not take a code");
  }

  private static String said(Throwable e) {
    return e.getClass().getSimpleName();
  }

  static String challenge(String verifier) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      byte[] hash = sha256.digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
