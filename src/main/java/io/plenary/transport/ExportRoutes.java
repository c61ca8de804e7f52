package io.plenary.transport;

import io.plenary.activity.Activity;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.export.EventResults;
import io.plenary.export.ResultsCsv;
import io.plenary.export.ResultsJson;
import io.plenary.export.ResultsWorkbook;
import io.plenary.export.service.Exporter;
import io.plenary.export.service.Importer;
import io.plenary.identity.Staff;
import io.plenary.protocol.BadMessage;
import io.plenary.protocol.ErrorCode;
import io.plenary.transport.Downloads.Type;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.function.Predicate;

/** What organisers take home, and event files on their way in. For signed-in organisers. */
final class ExportRoutes {
  static final String IMPORT = "/api/v1/events/import";
  private final Downloads downloads;
  private final Exporter exporter;
  private final Importer importer;
  private final Staff staff;
  private final Clock clock;

  ExportRoutes(
      Downloads downloads, Exporter exporter, Importer importer, Staff staff, Clock clock) {
    this.staff = staff;
    this.downloads = downloads;
    this.exporter = exporter;
    this.importer = importer;
    this.clock = clock;
  }

  void mount(Router router) {
    String event = "/api/v1/events/:event";
    router
        .post(IMPORT)
        .handler(
            ctx ->
                EventRoutes.made(
                    ctx,
                    staff,
                    importer.read(Bodies.of(ctx).getBytes()).recover(ExportRoutes::said)));
    router
        .get(event + "/export.json")
        .handler(
            ctx ->
                downloads.send(
                    ctx,
                    "event",
                    Type.JSON,
                    loaded ->
                        exporter
                            .results(loaded, a -> true)
                            .map(
                                r ->
                                    () ->
                                        exporter
                                            .file(loaded)
                                            .write(r.activities(), clock.instant()))));
    router.get(event + "/results.csv").handler(ctx -> csv(ctx, exporter::inCsv));
    router.get(event + "/results.json").handler(ctx -> json(ctx, a -> true));
    router
        .get(event + "/results.xlsx")
        .handler(
            ctx ->
                downloads.send(
                    ctx,
                    "results",
                    Type.XLSX,
                    loaded ->
                        exporter
                            .results(loaded, a -> true)
                            .map(r -> () -> ResultsWorkbook.write(r, clock.instant()))));
    router
        .get(event + "/activities/:activity/results.csv")
        .handler(ctx -> csv(ctx, a -> a.id().equals(ctx.pathParam("activity"))));
    router
        .get(event + "/activities/:activity/results.json")
        .handler(ctx -> json(ctx, a -> a.id().equals(ctx.pathParam("activity"))));
  }

  private void csv(RoutingContext ctx, Predicate<Activity> wanted) {
    downloads.send(
        ctx,
        "results",
        Type.CSV,
        loaded -> results(ctx, loaded, wanted).map(r -> () -> ResultsCsv.write(r)));
  }

  private void json(RoutingContext ctx, Predicate<Activity> wanted) {
    downloads.send(
        ctx,
        "results",
        Type.JSON,
        loaded ->
            results(ctx, loaded, wanted).map(r -> () -> ResultsJson.write(r, clock.instant())));
  }

  private Future<EventResults> results(
      RoutingContext ctx, LoadedEvent loaded, Predicate<Activity> wanted) {
    String id = ctx.pathParam("activity");
    if (id != null && !loaded.state().activities().containsKey(id)) {
      return Future.failedFuture(HttpError.of(404, ErrorCode.UNKNOWN_ACTIVITY));
    }
    return exporter.results(loaded, wanted);
  }

  private static Future<String> said(Throwable e) {
    return Future.failedFuture(
        e instanceof BadMessage badMessage
            ? new HttpError(400, badMessage.code().wire(), badMessage.getMessage(), null, 0)
            : e);
  }
}
