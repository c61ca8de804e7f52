package io.plenary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.service.EventStore;
import io.plenary.kinds.AllKinds;
import io.plenary.redis.Await;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The phones of the warm-up, at a server that lets only some of them in. */
class WarmUpPhonesTest {
  private static final int ROOM = 10;
  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicInteger turnedAway = new AtomicInteger();

  /** What the store was asked for. */
  private final List<String> stored = new CopyOnWriteArrayList<>();

  @AfterEach
  void stop() {
    Await.result(vertx.close());
  }

  private URI smallServer() {
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(
                request ->
                    request
                        .response()
                        .end(
                            new JsonObject()
                                .put("event", new JsonObject().put("id", "e"))
                                .put("token", "t")
                                .toBuffer()))
            .webSocketHandshakeHandler(
                asked -> {
                  if (inside.incrementAndGet() <= ROOM) {
                    asked.accept();
                  } else {
                    inside.decrementAndGet();
                    turnedAway.incrementAndGet();
                    asked.reject(503);
                  }
                })
            .webSocketHandler(socket -> socket.closeHandler(v -> inside.decrementAndGet()));
    int port = Await.result(server.listen(0, "127.0.0.1")).actualPort();
    return URI.create("http://127.0.0.1:" + port);
  }

  private WarmUp warmUp(URI base, Supplier<Future<Boolean>> somebodyIsThere) {
    EventStore store =
        (EventStore)
            Proxy.newProxyInstance(
                EventStore.class.getClassLoader(),
                new Class<?>[] {EventStore.class},
                (self, method, args) -> {
                  stored.add(method.getName());
                  return Future.succeededFuture(method.getName().equals("create") ? true : null);
                });
    return new WarmUp(
        vertx,
        store,
        "node",
        () -> "222222",
        somebodyIsThere,
        base,
        AllKinds.REGISTRY.codec(),
        AllKinds.REGISTRY.rehearsal(WarmUp.ACTIVITY));
  }

  @Test
  @DisplayName("as many are taken for played as are connected, not as many as want to be")
  void whoIsNotInIsNotCounted() {
    WarmUp warmUp = warmUp(smallServer(), () -> Future.succeededFuture(false));
    assertEquals(0, warmUp.phones());
    Future<Void> over = warmUp.play();
    AtomicInteger most = new AtomicInteger();
    Await.until(
        () -> {
          int now = warmUp.phones();
          most.accumulateAndGet(now, Math::max);
          return now >= ROOM && turnedAway.get() > 2 * ROOM;
        });
    assertEquals(ROOM, most.get());
    Await.result(warmUp.stop());
    Await.until(() -> over.isComplete() && warmUp.phones() == 0);
    assertTrue(stored.contains("delete"));
  }

  @Test
  @DisplayName("a server that stops while it looks who is there makes no event any more")
  void stoppedWhileItLooked() {
    Promise<Boolean> somebody = Promise.promise();
    AtomicInteger asked = new AtomicInteger();
    WarmUp warmUp =
        warmUp(
            URI.create("http://127.0.0.1:1"),
            () -> {
              asked.incrementAndGet();
              return somebody.future();
            });
    Future<Void> over = warmUp.play();
    Await.until(() -> asked.get() == 1);
    Await.result(warmUp.stop());
    somebody.complete(false);
    Await.result(over);
    assertEquals(List.of("delete"), stored);
  }
}
