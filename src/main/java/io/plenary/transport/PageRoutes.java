package io.plenary.transport;

import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.event.Logo;
import io.plenary.identity.ReportLinks;
import io.plenary.transport.Headers.Frames;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The pages, each under the address people see, and the files they need. */
final class PageRoutes {
  private static final String YEAR = "public, max-age=31536000, immutable";
  private static final String NOTHING_KEPT = "no-store";
  private static final String SELF = "'self'";

  /** The organiser's page, which shows the room as others see it. */
  private static final Frames SHOWS = new Frames(true, List.of());

  /** What it shows. */
  private static final Frames WITHIN = new Frames(false, List.of(SELF));

  private final Assets assets;
  private final EventCache board;
  private final ReportLinks reports;
  private final SocketSources sockets;

  PageRoutes(Assets assets, EventCache board, ReportLinks reports, SocketSources sockets) {
    this.assets = assets;
    this.board = board;
    this.reports = reports;
    this.sockets = sockets;
  }

  void mount(Router router) {
    for (String path : List.of("/", "/j/:code", "/my-votes")) {
      page(router, path, "index.html", Frames.NONE);
    }
    page(router, "/preview/:event/:room", "index.html", WITHIN);
    for (String path : List.of("/organiser", "/organiser/*")) {
      page(router, path, "organiser.html", SHOWS);
    }
    page(router, "/remote/:event/:room", "remote.html", Frames.NONE);
    page(router, "/verify", "verify.html", Frames.NONE);
    read(router, "/stage/:event/:room").handler(this::stage);
    read(router, "/logo/:event/:name").handler(this::logo);
    read(router, "/r/:code").handler(this::report);
    for (Assets.Asset asset : assets.all()) {
      if (!asset.path().endsWith(".html")) {
        read(router, "/" + asset.path()).handler(ctx -> file(ctx, asset));
      }
    }
  }

  private void page(Router router, String path, String file, Frames frames) {
    read(router, path).handler(ctx -> html(ctx, file, frames));
  }

  /** GET and HEAD (RFC 9110, 9.3.2): link checkers and messengers look before they fetch. */
  private static Route read(Router router, String path) {
    return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD);
  }

  /**
   * The stage may be framed by the organiser's page, which shows what the room sees, and by the
   * origins its event allows; the event is in the path, its secret only in the fragment.
   */
  private void stage(RoutingContext ctx) {
    board
        .get(ctx.pathParam("event"))
        .otherwise((LoadedEvent) null)
        .onSuccess(loaded -> html(ctx, "stage.html", new Frames(false, framing(loaded))));
  }

  private static List<String> framing(LoadedEvent loaded) {
    List<String> origins =
        loaded == null ? List.of() : loaded.state().event().details().frameOrigins();
    return Stream.concat(Stream.of(SELF), origins.stream()).toList();
  }

  /** Its name says what is in it, so an older name leads nowhere. */
  private void logo(RoutingContext ctx) {
    board
        .get(ctx.pathParam("event"))
        .otherwise((LoadedEvent) null)
        .onSuccess(
            loaded -> {
              Logo logo = loaded == null ? null : loaded.state().event().details().logo();
              if (logo == null || !logo.name().equals(ctx.pathParam("name"))) {
                ctx.response().setStatusCode(404).end();
                return;
              }
              ctx.response()
                  .putHeader("content-type", "image/png")
                  .putHeader("cache-control", YEAR)
                  .end(Buffer.buffer(logo.bytes()));
            });
  }

  /**
   * What stands in it comes by a request of its own. No search engine lists it, nothing keeps it,
   * and where the link is none (any more) this already says so.
   */
  private void report(RoutingContext ctx) {
    Headers.unlisted(ctx.response());
    reports
        .look(ctx.pathParam("code"))
        .onSuccess(
            found -> {
              ctx.response()
                  .setStatusCode(found.isPresent() ? 200 : 404)
                  .putHeader("cache-control", NOTHING_KEPT);
              html(ctx, "report.html", Frames.NONE, NOTHING_KEPT);
            })
        .onFailure(e -> Http.fail(ctx, e));
  }

  private static void file(RoutingContext ctx, Assets.Asset asset) {
    if (asset.path().equals("sw.js")) Headers.worker(ctx.response());
    send(ctx, asset, asset.immutable() ? YEAR : "no-cache");
  }

  private void html(RoutingContext ctx, String file, Frames frames) {
    html(ctx, file, frames, "no-cache");
  }

  private void html(RoutingContext ctx, String file, Frames frames, String caching) {
    Assets.Asset asset = assets.get(file);
    if (asset == null) {
      ctx.response()
          .setStatusCode(503)
          .end("The pages are missing from this build. Build with the web part.");
      return;
    }
    Headers.page(ctx.response(), sockets.of(ctx.request()), frames);
    send(ctx, asset, caching);
  }

  private static void send(RoutingContext ctx, Assets.Asset asset, String caching) {
    HttpServerResponse response = ctx.response();
    response
        .putHeader("content-type", asset.type())
        .putHeader("vary", "accept-encoding")
        .putHeader("cache-control", caching);
    if (caching.equals(NOTHING_KEPT)) {
      response.end(encoded(ctx.request(), response, asset));
      return;
    }
    response.putHeader("etag", asset.tag());
    if (asset.tag().equals(ctx.request().getHeader("if-none-match"))) {
      response.setStatusCode(304).end();
      return;
    }
    Buffer body = encoded(ctx.request(), response, asset);
    response.end(body);
  }

  private static Buffer encoded(
      HttpServerRequest request, HttpServerResponse response, Assets.Asset asset) {
    String accepted = request.getHeader("accept-encoding");
    if (asset.br() != null && accepts(accepted, "br")) {
      response.putHeader("content-encoding", "br");
      return asset.br();
    }
    if (asset.gz() != null && accepts(accepted, "gzip")) {
      response.putHeader("content-encoding", "gzip");
      return asset.gz();
    }
    return asset.plain();
  }

  private static boolean accepts(String header, String coding) {
    return header != null
        && Arrays.stream(header.split(","))
            .map(String::trim)
            .anyMatch(
                part ->
                    part.equals(coding)
                        || (part.startsWith(coding + ";") && !part.matches(".*q=0(\\.0*)?$")));
  }
}
