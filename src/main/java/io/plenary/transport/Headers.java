package io.plenary.transport;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/**
 * Headers that keep a page from being turned against the people who use it (OWASP ASVS 5.0, 3.4).
 */
final class Headers {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self';"
          + " img-src 'self' data:; connect-src 'self'";
  private static final String REST =
      "; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'";

  /** For what is no page: should a browser show it, it may do nothing. */
  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

  /** For the service worker: it asks this server for the page, and for nothing else. */
  private static final String WORKER = "default-src 'none'; connect-src 'self'";

  private Headers() {}

  static void worker(HttpServerResponse response) {
    response.putHeader("content-security-policy", WORKER);
  }

  /** Whoever has the address may read it, and no search engine may list it. */
  static void unlisted(HttpServerResponse response) {
    response.putHeader("x-robots-tag", "noindex, nofollow");
  }

  /** On every answer. */
  static Handler<RoutingContext> all(boolean https) {
    return ctx -> all(ctx, https);
  }

  private static void all(RoutingContext ctx, boolean https) {
    ctx.response()
        .putHeader("x-content-type-options", "nosniff")
        .putHeader("referrer-policy", "no-referrer")
        .putHeader("cross-origin-resource-policy", "same-origin")
        .putHeader("content-security-policy", NOTHING); // pages say what they need
    if (https) { // over http browsers ignore it, and say so on every page's console
      ctx.response()
          .putHeader("cross-origin-opener-policy", "same-origin")
          .putHeader("strict-transport-security", "max-age=31536000");
    }
    ctx.next();
  }

  /**
   * What a page may do with frames.
   *
   * @param shows it may frame pages of this server: a preview is the page itself
   * @param within checked sources that may frame it; nobody when there are none
   */
  record Frames(boolean shows, List<String> within) {
    static final Frames NONE = new Frames(false, List.of());

    Frames {
      within = List.copyOf(within);
    }

    private String policy() {
      return (shows ? "; frame-src 'self'" : "")
          + "; frame-ancestors "
          + (within.isEmpty() ? "'none'" : String.join(" ", within));
    }
  }

  /**
   * @param sockets where this page may open WebSockets, each with a space in front
   */
  static void page(HttpServerResponse response, String sockets, Frames frames) {
    response
        .putHeader("content-security-policy", POLICY + sockets + REST + frames.policy())
        .putHeader(
            "permissions-policy",
            "camera=(), microphone=(), geolocation=(), payment=(), screen-wake-lock=(self)");
  }
}
