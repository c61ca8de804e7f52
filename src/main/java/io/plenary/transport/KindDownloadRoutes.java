package io.plenary.transport;

import io.plenary.activity.Activity;
import io.plenary.activity.EventState;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.export.EventResults;
import io.plenary.export.service.Exporter;
import io.plenary.transport.KindDownload.Writer;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;

/**
 * Files of one kind to take home: of an event, or of one room; with {@code ?public} only what the
 * room saw.
 */
final class KindDownloadRoutes {
  private final Downloads downloads;
  private final Exporter exporter;
  private final Clock clock;
  private final List<KindDownload> files;

  KindDownloadRoutes(
      Downloads downloads, Exporter exporter, Clock clock, List<KindDownload> files) {
    this.downloads = downloads;
    this.exporter = exporter;
    this.clock = clock;
    this.files = files;
  }

  void mount(Router router) {
    for (String of : new String[] {"/api/v1/events/:event", "/api/v1/events/:event/rooms/:room"}) {
      for (KindDownload file : files) {
        router
            .get(of + "/" + file.name() + "." + file.type().ending())
            .handler(ctx -> send(ctx, file));
      }
    }
  }

  private void send(RoutingContext ctx, KindDownload file) {
    boolean open = ctx.queryParams().contains("public");
    Writer writer = open ? file.seen() : file.whole();
    downloads.send(
        ctx,
        open ? file.name() + "-public" : file.name(),
        file.type(),
        loaded ->
            found(ctx, loaded, file.kind(), open)
                .map(found -> () -> writer.write(found, clock.instant())));
  }

  private Future<EventResults> found(
      RoutingContext ctx, LoadedEvent loaded, String kind, boolean open) {
    EventState state = loaded.state();
    String room = ctx.pathParam("room");
    if (room != null) state.room(room);
    Predicate<Activity> wanted =
        a -> a.kind().equals(kind) && (room == null || state.roomOf(a.id()).id().equals(room));
    return open ? exporter.publicResults(loaded, wanted) : exporter.results(loaded, wanted);
  }
}
