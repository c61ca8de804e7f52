package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.plenary.TestServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However a phone comes in, and however often, it stays one person. */
class JoiningTest {
  private static final String KEY = "BBECAwQFBgcICQoLDA0ODw";

  private static JsonObject join(TestServer server, JsonObject body) {
    HttpResponse<String> response = new Browser(server.base()).post("/api/v1/join", body);
    assertEquals(200, response.statusCode(), response.body());
    return new JsonObject(response.body());
  }

  private static JsonObject code(String code) {
    return new JsonObject().put("code", code);
  }

  /** The codes of an event's rooms. */
  private static List<String> codes(TestServer server, Browser owner, String event) {
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < Conferences.rooms(owner, event).size(); i++) {
      String room = Conferences.rooms(owner, event).getJsonObject(i).getString("id");
      try (Talk desk =
          Talk.open(server.base(), owner.cookie()).hello("organiser", event, room, null)) {
        codes.add(desk.hear("organiserSnapshot").getJsonObject("join").getString("code"));
      }
    }
    return codes;
  }

  @Test
  @DisplayName("C11 of all tokens a phone has the one of the event counts, in any of its rooms")
  void everyToken(@TempDir Path data) {
    try (TestServer server = TestServer.start(data)) {
      Browser owner =
          new Browser(server.base())
              .setUp(server.setupToken(), "owner@plenary.example", Conferences.PASSWORD);
      List<String> first = codes(server, owner, Conferences.of(owner, "Hall", "Annexe"));
      String second = codes(server, owner, Conferences.of(owner, "Elsewhere")).get(0);

      String inHall = join(server, code(first.get(0))).getString("token");
      String other =
          join(server, code(second).put("tokens", JsonArray.of(inHall))).getString("token");
      assertNotEquals(inHall, other);
      JsonArray all = JsonArray.of("garbage", inHall.substring(1), inHall + "x", other, inHall);
      assertEquals(
          inHall,
          join(server, code(first.get(1)).put("tokens", all).put("key", KEY)).getString("token"));
      assertEquals(other, join(server, code(second).put("tokens", all)).getString("token"));
      String anew =
          join(server, code(first.get(0)).put("tokens", JsonArray.of(other, "garbage")))
              .getString("token");
      assertNotEquals(inHall, anew, "nothing that is offered is of this event");
    }
  }

  @Test
  @DisplayName(
      "C11 the same key is the same person, however many ask at once and whatever room they ask"
          + " for")
  void sameKey(@TempDir Path data) {
    try (TestServer server = TestServer.start(data)) {
      Browser owner =
          new Browser(server.base())
              .setUp(server.setupToken(), "owner@plenary.example", Conferences.PASSWORD);
      String event = Conferences.of(owner, "Hall", "Annexe");
      List<String> rooms = codes(server, owner, event);
      List<CompletableFuture<JsonObject>> asked = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        String room = rooms.get(i % 2);
        asked.add(CompletableFuture.supplyAsync(() -> join(server, code(room).put("key", KEY))));
      }
      Set<String> tokens = new HashSet<>();
      for (CompletableFuture<JsonObject> each : asked) tokens.add(each.join().getString("token"));
      assertEquals(1, tokens.size());

      JsonObject back = join(server, code(rooms.get(0)).put("key", KEY));
      JsonObject other = join(server, code(rooms.get(0)).put("key", "C" + KEY.substring(1)));
      assertNotEquals(back.getString("token"), other.getString("token"));
      JsonObject nobody = join(server, code(rooms.get(0)));
      assertNotEquals(
          nobody.getString("token"), join(server, code(rooms.get(0))).getString("token"));
      try (Talk one = Talk.attendee(server.base(), back);
          Talk two = Talk.attendee(server.base(), back)) {
        one.hear("attendeeSnapshot");
        JsonObject seen = two.hear("attendeeSnapshot");
        assertEquals(
            1, seen.getJsonObject("presence").getInteger("here"), "two connections, one person");
      }
      String elsewhere = codes(server, owner, Conferences.of(owner, "Elsewhere")).get(0);
      String there = join(server, code(elsewhere).put("key", KEY)).getString("token");
      assertNotEquals(
          tokens.iterator().next().split("\\.")[1],
          there.split("\\.")[1],
          "nobody is the same person in two events");
    }
  }

  @Test
  @DisplayName("C11 what is no list of tokens, or no key, is said")
  void said(@TempDir Path data) {
    try (TestServer server = TestServer.start(data)) {
      Browser phone = new Browser(server.base());
      JsonArray many = new JsonArray();
      for (int i = 0; i < 51; i++) many.add("x");
      for (Object tokens :
          List.of("x", 7, JsonArray.of(7), JsonArray.of("x".repeat(401)), many, new JsonObject())) {
        refused(phone.post("/api/v1/join", code(server.code()).put("tokens", tokens)), "tokens");
      }
      for (Object key :
          List.of("", "short", KEY + "A", KEY.substring(1) + ".", 7, JsonArray.of(KEY))) {
        refused(phone.post("/api/v1/join", code(server.code()).put("key", key)), "key");
      }
    }
  }

  private static void refused(HttpResponse<String> response, String field) {
    assertEquals(400, response.statusCode(), response.body());
    assertEquals(field, new JsonObject(response.body()).getString("field"), response.body());
  }
}
