package io.plenary.transport;

import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.activity.service.JoinAddress;
import io.plenary.export.service.Reporter;
import io.plenary.identity.GuessLimits;
import io.plenary.identity.ReportLink;
import io.plenary.identity.ReportLink.Chosen;
import io.plenary.identity.ReportLinks;
import io.plenary.protocol.ErrorCode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The report of an event: for its organisers, and for whoever has the link they made. */
final class ReportRoutes {
  private static final String REPORT = "/api/v1/events/:event/report";

  private final EventCache board;
  private final Reporter reporter;
  private final ReportLinks links;
  private final JoinAddress address;
  private final GuessLimits guesses;
  private final ClientAddressResolver peers;

  ReportRoutes(
      EventCache board,
      Reporter reporter,
      ReportLinks links,
      JoinAddress address,
      GuessLimits guesses,
      ClientAddressResolver peers) {
    this.board = board;
    this.reporter = reporter;
    this.links = links;
    this.address = address;
    this.guesses = guesses;
    this.peers = peers;
  }

  void mount(Router router) {
    router
        .get(REPORT)
        .handler(ctx -> Http.answer(ctx, event(ctx.pathParam("event")).compose(reporter::whole)));
    router
        .get(REPORT + "/link")
        .handler(
            ctx -> {
              String event = ctx.pathParam("event");
              Http.answer(ctx, links.of(event).map(link -> told(event, link.orElse(null))));
            });
    router.post(REPORT + "/link").handler(ctx -> Http.answer(ctx, share(ctx)));
    router
        .delete(REPORT + "/link")
        .handler(
            ctx ->
                links
                    .revoke(ctx.pathParam("event"))
                    .onSuccess(v -> Http.empty(ctx))
                    .onFailure(e -> Http.fail(ctx, e)));
    router.get("/api/v1/reports/:code").handler(ctx -> Http.answer(ctx, shared(ctx)));
  }

  private Future<LoadedEvent> event(String id) {
    return board
        .get(id)
        .compose(
            loaded ->
                loaded == null
                    ? Future.failedFuture(HttpError.of(404, ErrorCode.UNKNOWN_EVENT))
                    : Future.succeededFuture(loaded));
  }

  private Future<JsonObject> share(RoutingContext ctx) {
    String event = ctx.pathParam("event");
    JsonObject body = Http.json(ctx);
    return event(event)
        .compose(loaded -> links.share(event, chosen(body, reporter.told(loaded))))
        .compose(
            link ->
                link.isEmpty()
                    ? Future.failedFuture(HttpError.of(404, ErrorCode.UNKNOWN_EVENT))
                    : Future.succeededFuture(told(event, link.get())));
  }

  private JsonObject told(String event, @Nullable ReportLink link) {
    if (link == null) return new JsonObject().putNull("url");
    Chosen chosen = link.chosen();
    return new JsonObject()
        .put("url", address.base() + "/r/" + ReportLinks.code(event, link))
        .put("activities", new JsonArray(List.copyOf(new TreeSet<>(chosen.activities()))))
        .put("names", chosen.names())
        .put("finalOnly", chosen.finalOnly());
  }

  /**
   * @param known ids of what stands in the event's report: what is none of them is not shared, also
   *     not once there is one
   */
  private static Chosen chosen(JsonObject body, Set<String> known) {
    if (!(body.getValue("activities") instanceof JsonArray given)) {
      throw HttpError.field("activities", "Say in activities which results are shared: their ids.");
    }
    Set<String> ids = new LinkedHashSet<>();
    for (Object id : given) {
      if (!(id instanceof String text) || !known.contains(text)) {
        throw HttpError.field(
            "activities",
            "One of the activities does not stand in this event's report. Load the page again.");
      }
      ids.add(text);
    }
    return new Chosen(ids, Http.flag(body, "names"), Http.flag(body, "finalOnly"));
  }

  /** Whatever is answered: no search engine lists it. */
  private Future<Buffer> shared(RoutingContext ctx) {
    Headers.unlisted(ctx.response());
    return links
        .look(ctx.pathParam("code"))
        .compose(
            found ->
                found
                    .map(
                        f ->
                            event(f.event()).compose(loaded -> reporter.shared(loaded, f.chosen())))
                    .orElseGet(() -> Future.failedFuture(unknown(ctx))));
  }

  /** Only what is wrong counts: who has a link that works always gets through. */
  private HttpError unknown(RoutingContext ctx) {
    Duration wait = guesses.wrongLink(peers.address(ctx.request()));
    return wait.isZero()
        ? new HttpError(
            404,
            ErrorCode.UNKNOWN_EVENT.wire(),
            "This link does not work any more. Ask whoever sent it for a new one.",
            null,
            0)
        : new HttpError(
            429,
            ErrorCode.SLOW_DOWN.wire(),
            "Too many links were tried that do not work. Wait a moment.",
            null,
            (int) wait.plusMillis(999).toSeconds());
  }
}
