package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.plenary.TestServer;
import io.plenary.protocol.Golden;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever file is taken in is an event like any other: shown to everybody, exported, imported
 * again, and there after a restart.
 */
class ImportedFilesTest {
  private static final int FILES = 200;
  private static final String IMPORT = "/api/v1/events/import";
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void whatIsTakenInIsThereForEverybodyAndStays(@TempDir Path data) throws IOException {
    Map<String, JsonObject> files = new TreeMap<>();
    Browser owner;
    int refused = 0;
    try (TestServer server = TestServer.start(data)) {
      owner =
          new Browser(server.base())
              .setUp(server.setupToken(), "owner@plenary.example", Conferences.PASSWORD);
      OddFiles odd = new OddFiles(20);
      for (int i = 0; i < FILES; i++) {
        JsonObject file = odd.next();
        HttpResponse<String> answer = owner.post(IMPORT, file);
        String said = file + " -> " + answer.statusCode() + " " + answer.body();
        if (answer.statusCode() == 201) {
          files.put(
              new JsonObject(answer.body()).getString("id"),
              exported(owner, new JsonObject(answer.body()).getString("id")));
        } else {
          assertTrue(Set.of(400, 409).contains(answer.statusCode()), said);
          assertFalse(new JsonObject(answer.body()).getString("message").isBlank(), said);
          refused++;
        }
      }
      assertTrue(
          files.size() > FILES / 5 && refused > FILES / 5,
          files.size() + " taken in, " + refused + " refused");
      for (var file : files.entrySet()) {
        everybodySees(server, owner, file.getKey());
        JsonObject again = Conferences.made(owner.post(IMPORT, file.getValue()));
        assertEquals(
            file.getValue(),
            exported(owner, again.getString("id")),
            "exported, imported and exported again");
        assertEquals(204, owner.delete("/api/v1/events/" + again.getString("id")).statusCode());
      }
    }
    try (TestServer server = TestServer.start(data, "--example=false")) {
      Browser back = new Browser(server.base());
      assertEquals(
          200,
          back.post(
                  "/api/v1/session",
                  new JsonObject()
                      .put("email", "owner@plenary.example")
                      .put("password", Conferences.PASSWORD))
              .statusCode());
      Set<String> listed =
          Conferences.listed(back).stream().map(e -> e.getString("id")).collect(Collectors.toSet());
      assertTrue(listed.containsAll(files.keySet()));
      for (var file : files.entrySet()) {
        assertEquals(file.getValue(), exported(back, file.getKey()));
      }
    }
  }

  /** What an event file says before anybody answered. */
  private static JsonObject exported(Browser owner, String event) {
    HttpResponse<String> answer = owner.get("/api/v1/events/" + event + "/export.json");
    assertEquals(200, answer.statusCode(), answer.body());
    JsonObject file = new JsonObject(answer.body());
    return new JsonObject()
        .put("format", file.getString("format"))
        .put("version", file.getInteger("version"))
        .put("event", file.getJsonObject("event"))
        .put("rooms", file.getJsonArray("rooms"));
  }

  private static void everybodySees(TestServer server, Browser owner, String event)
      throws IOException {
    String code;
    for (Object o : Conferences.rooms(owner, event)) {
      JsonObject room = (JsonObject) o;
      try (Talk desk =
              Talk.open(server.base(), owner.cookie())
                  .hello("organiser", event, room.getString("id"), null);
          Talk stage = Talk.link(server.base(), URI.create(room.getString("stage")))) {
        JsonObject seen = valid(desk.hear("organiserSnapshot"));
        code = seen.getJsonObject("event").getString("code");
        valid(stage.hear("stageSnapshot"));
        JsonObject joined = new Browser(server.base()).join(code);
        try (Talk phone =
            Talk.open(server.base(), null)
                .hello("attendee", event, room.getString("id"), joined.getString("token"))) {
          valid(phone.hear("attendeeSnapshot"));
        }
      }
    }
  }

  private static JsonObject valid(JsonObject message) throws IOException {
    assertEquals(
        Set.of(), Golden.SERVER_SCHEMA.validate(JSON.readTree(message.encode())), message::encode);
    return message;
  }
}
