package io.plenary.transport;

import io.netty.handler.codec.http.cookie.ServerCookieDecoder;
import io.vertx.core.MultiMap;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The organiser's session cookie: not readable by scripts, not sent from other sites. */
final class Cookies {
  private static final String NAME = "plenary_session";

  /**
   * @param secure whether people reach the server by https, so that the cookie may travel only
   *     there
   */
  record Terms(Duration lifetime, boolean secure) {}

  private Cookies() {}

  /** Null when there is none. */
  static @Nullable String session(MultiMap headers) {
    String header = headers.get("cookie");
    if (header == null) return null;
    return ServerCookieDecoder.STRICT.decode(header).stream()
        .filter(c -> c.name().equals(NAME))
        .map(c -> c.value())
        .findFirst()
        .orElse(null);
  }

  static void set(RoutingContext ctx, String session, Terms terms) {
    ctx.response().addCookie(cookie(session, terms.secure).setMaxAge(terms.lifetime.toSeconds()));
  }

  static void clear(RoutingContext ctx, Terms terms) {
    ctx.response().addCookie(cookie("", terms.secure).setMaxAge(0));
  }

  private static Cookie cookie(String value, boolean secure) {
    return Cookie.cookie(NAME, value)
        .setPath("/")
        .setHttpOnly(true)
        .setSecure(secure)
        .setSameSite(CookieSameSite.STRICT);
  }
}
