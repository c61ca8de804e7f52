package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.EventState;
import io.plenary.activity.Room;
import io.plenary.activity.Stage;
import io.plenary.activity.service.Connection;
import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.ModelStore;
import io.plenary.event.Event;
import io.plenary.event.EventDetails;
import io.plenary.redis.Await;
import io.plenary.transport.Downloads.Type;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever the file, what takes long is not done on an event loop. */
class DownloadsTest {
  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void end() {
    Await.result(vertx.close());
  }

  private Browser serving(Downloads.Content content) {
    EventCache board =
        new EventCache(
            new Connection(
                new ModelStore(
                    new EventState(
                        "epoch",
                        1,
                        new Event(
                            "e",
                            1,
                            "ABC234",
                            new EventDetails(
                                "Event",
                                LocalDate.EPOCH,
                                LocalDate.EPOCH,
                                ZoneOffset.UTC,
                                List.of())),
                        List.of(new Room("r", 1, "Hall", List.of(), List.of(), Stage.join())),
                        Map.of()))),
            vertx.getOrCreateContext());
    Router router = Router.router(vertx);
    router
        .get("/:event")
        .handler(ctx -> new Downloads(board).send(ctx, "results", Type.CSV, content));
    int port =
        Await.result(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"))
            .actualPort();
    return new Browser(URI.create("http://127.0.0.1:" + port));
  }

  @Test
  void filesAreGatheredOnTheLoopAndWrittenByAWorker() {
    HttpResponse<String> file =
        serving(
                loaded -> {
                  boolean loop = Context.isOnEventLoopThread();
                  return Future.succeededFuture(
                      () ->
                          (loop
                                  + " "
                                  + Context.isOnWorkerThread()
                                  + " "
                                  + loaded.state().event().id())
                              .getBytes(java.nio.charset.StandardCharsets.UTF_8));
                })
            .get("/e");
    assertEquals("true true e", file.body());
    assertTrue(
        file.headers()
            .firstValue("content-disposition")
            .orElseThrow()
            .contains("plenary-ABC234-results.csv"));
  }

  @Test
  void whatCannotBeWrittenIsAnError() {
    assertEquals(
        500,
        serving(
                loaded ->
                    Future.succeededFuture(
                        () -> {
                          throw new IllegalStateException("nothing to write");
                        }))
            .get("/e")
            .statusCode());
  }
}
