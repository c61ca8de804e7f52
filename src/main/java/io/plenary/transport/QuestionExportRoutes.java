package io.plenary.transport;

import io.plenary.activity.Activity;
import io.plenary.activity.EventState;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.export.EventResults;
import io.plenary.export.ResultsJson;
import io.plenary.export.service.Exporter;
import io.plenary.kinds.qa.Qa;
import io.plenary.kinds.qa.export.QuestionsCsv;
import io.plenary.transport.Downloads.Type;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Questions from the room to take home: all of an event, or of one room; with {@code ?public} only
 * what the room saw.
 */
final class QuestionExportRoutes {
  private final Downloads downloads;
  private final Exporter exporter;
  private final Clock clock;

  QuestionExportRoutes(Downloads downloads, Exporter exporter, Clock clock) {
    this.downloads = downloads;
    this.exporter = exporter;
    this.clock = clock;
  }

  void mount(Router router) {
    for (String of : new String[] {"/api/v1/events/:event", "/api/v1/events/:event/rooms/:room"}) {
      router
          .get(of + "/questions.csv")
          .handler(ctx -> send(ctx, Type.CSV, QuestionsCsv::write, QuestionsCsv::writePublic));
      router
          .get(of + "/questions.json")
          .handler(ctx -> send(ctx, Type.JSON, this::json, this::json));
    }
  }

  private byte[] json(EventResults results) {
    return ResultsJson.write(results, clock.instant());
  }

  private void send(
      RoutingContext ctx,
      Type type,
      Function<EventResults, byte[]> all,
      Function<EventResults, byte[]> seen) {
    boolean open = ctx.queryParams().contains("public");
    downloads.send(
        ctx,
        open ? "questions-public" : "questions",
        type,
        loaded -> found(ctx, loaded, open).map(found -> () -> (open ? seen : all).apply(found)));
  }

  private Future<EventResults> found(RoutingContext ctx, LoadedEvent loaded, boolean open) {
    EventState state = loaded.state();
    String room = ctx.pathParam("room");
    if (room != null) state.room(room);
    Predicate<Activity> wanted =
        a -> a instanceof Qa && (room == null || state.roomOf(a.id()).id().equals(room));
    return open ? exporter.publicResults(loaded, wanted) : exporter.results(loaded, wanted);
  }
}
