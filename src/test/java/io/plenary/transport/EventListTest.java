package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.TestServer;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archived events and copies, as the list of events shows them. */
class EventListTest {
  private static TestServer server;
  private static Browser owner;

  @BeforeAll
  static void start(@TempDir Path data) {
    server = TestServer.start(data);
    owner =
        new Browser(server.base())
            .setUp(server.setupToken(), "owner@plenary.example", Conferences.PASSWORD);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void archivedEventsAreListedByThemselves() {
    String event = Conferences.of(owner, "Orangery");
    String path = "/api/v1/events/" + event + "/archive";
    assertEquals(400, owner.post(path, new JsonObject()).statusCode());
    assertEquals(204, owner.post(path, new JsonObject().put("archived", true)).statusCode());
    assertFalse(listed("?when=upcoming&day=2026-01-01", event));
    assertTrue(listed("?when=archived", event));
    assertTrue(listed("?search=orangery", event), "a room's name finds it, archived or not");
    assertEquals(204, owner.post(path, new JsonObject().put("archived", false)).statusCode());
    assertTrue(listed("?when=upcoming&day=2026-01-01", event));
    assertFalse(listed("?when=archived", event));
    assertEquals(400, owner.get("/api/v1/events?when=soon").statusCode());
    assertEquals(400, owner.get("/api/v1/events?day=tomorrow").statusCode());
  }

  @Test
  void aCopyIsCalledOneAndHasTheDaysThatWereChosen() {
    String event = Conferences.of(owner, "Hall");
    String path = "/api/v1/events/" + event + "/duplicate";
    String plain = Conferences.made(owner.post(path, new JsonObject())).getString("id");
    String dated =
        Conferences.made(
                owner.post(
                    path,
                    new JsonObject()
                        .put("name", "Autumn conference")
                        .put("startsOn", "2027-10-04")
                        .put("endsOn", "2027-10-05")))
            .getString("id");
    JsonObject first = named(plain);
    assertEquals("Conference (copy)", first.getString("name"));
    assertEquals("2027-03-08", first.getString("startsOn"));
    JsonObject second = named(dated);
    assertEquals("Autumn conference", second.getString("name"));
    assertEquals("2027-10-05", second.getString("endsOn"));
    assertEquals(
        400, owner.post(path, new JsonObject().put("startsOn", "2027-13-08")).statusCode());
    assertEquals(400, owner.post(path, new JsonObject().put("name", 7)).statusCode());
  }

  private JsonObject named(String event) {
    return Conferences.listed(owner).stream()
        .filter(e -> e.getString("id").equals(event))
        .findFirst()
        .orElseThrow();
  }

  private boolean listed(String query, String event) {
    return new JsonObject(owner.get("/api/v1/events" + query).body())
        .getJsonArray("events").stream()
            .anyMatch(e -> ((JsonObject) e).getString("id").equals(event));
  }
}
