package io.plenary.transport;

import io.netty.handler.codec.http.cookie.ServerCookieDecoder;
import io.plenary.identity.Client;
import io.plenary.identity.Devices;
import io.plenary.identity.ProviderAttempts;
import io.plenary.identity.SecondStep;
import io.plenary.identity.SignedIn;
import io.vertx.core.MultiMap;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The cookies of organisers, not readable by scripts and not sent from other sites: the session,
 * and the accounts that this browser signed in to before.
 */
final class Cookies {
  private static final String SESSION = "plenary_session";
  private static final String DEVICE = "plenary_this_device";
  private static final String ATTEMPT = "plenary_attempt";

  private static final String ATTEMPT_PATH = "/api/v1/provider";
  private static final String STEP = "plenary_step";
  private static final String STEP_PATH = "/api/v1/session";

  /** Only requests to the API carry it. */
  private static final String DEVICE_PATH = "/api/v1";

  /**
   * @param secure whether people reach the server by https, so that the cookie may travel only
   *     there
   */
  record Terms(Duration lifetime, boolean secure) {}

  private Cookies() {}

  /** Null when there is none. */
  static @Nullable String session(MultiMap headers) {
    return read(headers, SESSION);
  }

  /** Who asks, for whoever wants to sign in. */
  static Client client(RoutingContext ctx, ClientAddressResolver peers) {
    return new Client(
        peers.address(ctx.request()),
        read(ctx.request().headers(), DEVICE),
        BrowserName.of(ctx.request().getHeader("user-agent")));
  }

  private static @Nullable String read(MultiMap headers, String name) {
    String header = headers.get("cookie");
    if (header == null) return null;
    return ServerCookieDecoder.STRICT.decode(header).stream()
        .filter(c -> c.name().equals(name))
        .map(c -> c.value())
        .findFirst()
        .orElse(null);
  }

  static void set(RoutingContext ctx, SignedIn in, Terms terms) {
    ctx.put(SignedIn.class.getName(), in); // for the audit log
    ctx.response()
        .addCookie(
            cookie(SESSION, in.sessionId(), "/", terms).setMaxAge(terms.lifetime.toSeconds()));
    device(ctx, in.devices(), terms);
  }

  /** The device alone. */
  static void device(RoutingContext ctx, String devices, Terms terms) {
    ctx.response()
        .addCookie(
            cookie(DEVICE, devices, DEVICE_PATH, terms).setMaxAge(Devices.LIFETIME.toSeconds()));
  }

  /** Of who has taken the first step of signing in; null when there is none. */
  static @Nullable String step(MultiMap headers) {
    return read(headers, STEP);
  }

  static void step(RoutingContext ctx, String ticket, Terms terms) {
    ctx.response()
        .addCookie(cookie(STEP, ticket, STEP_PATH, terms).setMaxAge(SecondStep.LASTS.toSeconds()));
  }

  /** Of the session alone: the device stays one that was signed in. */
  static void clear(RoutingContext ctx, Terms terms) {
    ctx.response().addCookie(cookie(SESSION, "", "/", terms).setMaxAge(0));
  }

  /** Of signing in by a provider; null when there is none. */
  static @Nullable String attempt(MultiMap headers) {
    String value = read(headers, ATTEMPT);
    return value == null || value.isEmpty() ? null : value;
  }

  /**
   * Lax: the browser comes back with it from the provider's site.
   *
   * @param value null: it is over
   */
  static void attempt(RoutingContext ctx, @Nullable String value, Terms terms) {
    ctx.response()
        .addCookie(
            cookie(ATTEMPT, value == null ? "" : value, ATTEMPT_PATH, terms)
                .setSameSite(CookieSameSite.LAX)
                .setMaxAge(value == null ? 0 : ProviderAttempts.LASTS.toSeconds()));
  }

  private static Cookie cookie(String name, String value, String path, Terms terms) {
    return Cookie.cookie(name, value)
        .setPath(path)
        .setHttpOnly(true)
        .setSecure(terms.secure)
        .setSameSite(CookieSameSite.STRICT);
  }
}
