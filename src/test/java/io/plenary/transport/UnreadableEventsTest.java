package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.plenary.TestServer;
import io.plenary.redis.Await;
import io.plenary.redis.LinkOptions;
import io.plenary.redis.RedisLink;
import io.plenary.redis.embedded.TestRedis;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.redis.client.Command;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A whole server on a store in which a newer one has been at work. */
class UnreadableEventsTest {
  @Test
  @DisplayName(
      "O20 with an activity of an unknown kind in one event the server starts, lists it marked, and"
          + " lets it be deleted; others go on")
  void aRollback(@TempDir Path data) {
    TestRedis redis = TestRedis.start();
    Vertx vertx = Vertx.vertx();
    RedisLink link =
        RedisLink.open(vertx, vertx.getOrCreateContext(), redis.address(), LinkOptions.defaults());
    Await.result(link.ready());
    String url =
        "--redis-url=redis://:" + TestRedis.PASSWORD + "@127.0.0.1:" + redis.address().port();
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    try {
      String event;
      JsonObject account =
          new JsonObject()
              .put("email", "owner@plenary.example")
              .put("password", Conferences.PASSWORD);
      String code;
      try (TestServer server = TestServer.start(data, url)) {
        Browser owner =
            new Browser(server.base())
                .setUp(server.setupToken(), account.getString("email"), Conferences.PASSWORD);
        event = Conferences.of(owner, "One", "Two");
        code = server.code();
      }
      String key = "plenary:{" + event + "}:state";
      String activity = "activity:from-the-future";
      Await.result(
          link.send(
              Command.HSET,
              key,
              activity,
              "{\"kind\":\"hologram\",\"id\":\"from-the-future\",\"rev\":1,\"round\":1}"));
      root.addAppender(log);
      try (TestServer server = TestServer.start(data, url)) {
        Browser owner = new Browser(server.base());
        assertEquals(200, owner.post("/api/v1/session", account).statusCode());
        JsonArray events = listed(owner);
        assertEquals(2, events.size());
        JsonObject marked =
            events.stream()
                .map(JsonObject.class::cast)
                .filter(e -> e.getString("id").equals(event))
                .findFirst()
                .orElseThrow();
        assertTrue(
            marked.getString("unreadable").startsWith("This event was written by a newer version"),
            marked.encode());
        assertEquals("Conference", marked.getString("name"));
        assertEquals(
            1,
            events.stream().filter(e -> ((JsonObject) e).getString("unreadable") == null).count());
        assertTrue(
            log.list.stream().anyMatch(line -> line.getFormattedMessage().contains(event)),
            "the log names it");
        assertFalse(
            log.list.stream().anyMatch(line -> line.getFormattedMessage().contains("A request to")),
            "no request failed for no known reason");
        HttpResponse<String> links = owner.get("/api/v1/events/" + event + "/links");
        assertEquals(409, links.statusCode());
        assertTrue(links.body().contains("newer version"), links.body());
        assertEquals(
            "Main hall",
            new Browser(server.base()).join(code).getJsonObject("room").getString("name"),
            "other rooms are open");
        assertEquals(204, owner.delete("/api/v1/events/" + event).statusCode());
        assertEquals(1, listed(owner).size());
      }
    } finally {
      root.detachAppender(log);
      Await.result(link.close());
      Await.result(vertx.close());
      redis.close();
    }
  }

  private static JsonArray listed(Browser owner) {
    return new JsonObject(owner.get("/api/v1/events").body()).getJsonArray("events");
  }
}
