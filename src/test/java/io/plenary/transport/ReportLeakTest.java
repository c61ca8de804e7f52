package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.TestServer;
import io.plenary.Waiting;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Words and ids that nobody made public stand wherever an event has room for them; every byte that
 * is sent to who has the link to its report is recorded, headers included: none of them is in it.
 */
class ReportLeakTest {
  private static final String PUBLIC = "Everybody may read this";
  private static final String SIGNED = "signed and public";
  private final StringBuilder wire = new StringBuilder();

  @Test
  void nothingThatIsHiddenIsInAnyByte(@TempDir Path data) {
    try (TestServer server = TestServer.start(data)) {
      Browser owner =
          new Browser(server.base())
              .setUp(server.setupToken(), "owner@plenary.example", Conferences.PASSWORD);
      try (Floor floor = new Floor(server, owner, new JsonObject().put("openCounts", true));
          Talk asker = floor.phone()) {
        String draft = draft(floor, "canary-draft?", "canary-option");
        JsonObject root = floor.approved(floor.asked(asker, PUBLIC));
        floor.ask(asker, floor.question(floor.phoneId(), SIGNED, "canary-name of an asker"));
        floor.approved(floor.found(SIGNED));
        List<String> hidden = hide(floor, asker, root);
        hidden.addAll(List.of("canary", draft, floor.room, floor.qa));
        String path = "/api/v1/events/" + floor.event + "/report/link";
        HttpResponse<String> made =
            owner.post(
                path,
                new JsonObject()
                    .put("activities", JsonArray.of(draft, floor.qa))
                    .put("names", false)
                    .put("finalOnly", false));
        String url = new JsonObject(made.body()).getString("url");
        String code = url.substring(url.lastIndexOf('/') + 1);
        Waiting.until(
            () -> "the public questions are in it",
            () -> {
              String told = read(server, "/api/v1/reports/" + code);
              return told.contains(PUBLIC) && told.contains(SIGNED);
            });
        read(server, "/r/" + code);
        read(server, "/api/v1/reports/" + code + "x");
        for (String word : hidden) {
          assertFalse(wire.toString().contains(word), word + " is in " + wire);
        }
        // With names chosen the name is there: what was looked for can be found.
        owner.post(
            path,
            new JsonObject()
                .put("activities", JsonArray.of(draft, floor.qa))
                .put("names", true)
                .put("finalOnly", false));
        assertTrue(read(server, "/api/v1/reports/" + code).contains("canary-name of an asker"));
        assertFalse(wire.toString().contains("canary-hidden"), "names of hidden questions");
        floor.edit(new JsonObject().put("state", "draft"));
        Waiting.until(
            () -> "questions that are off are not shared",
            () -> !read(server, "/api/v1/reports/" + code).contains(PUBLIC));
        owner.delete(path);
        int before = wire.length();
        assertFalse(read(server, "/api/v1/reports/" + code).contains(PUBLIC));
        read(server, "/r/" + code);
        assertFalse(wire.substring(before).contains("Conference"), "the event's name");
      }
    }
  }

  /** The body; beside it headers and body are noted. */
  private String read(TestServer server, String path) {
    Browser reader = new Browser(server.base());
    HttpResponse<byte[]> answer =
        reader.send(reader.request(path).GET(), BodyHandlers.ofByteArray());
    String body = new String(answer.body(), StandardCharsets.UTF_8);
    wire.append(answer.headers().map()).append(body);
    return body;
  }

  private static String draft(Floor floor, String question, String option) {
    JsonArray options =
        JsonArray.of(new JsonObject().put("text", option), new JsonObject().put("text", "No"));
    JsonObject draft =
        new JsonObject()
            .put("question", question)
            .put("options", options)
            .put("maxChoices", 1)
            .putNull("abstain")
            .put("results", "everyone");
    String id = "canarypoll001canary02";
    floor.command(
        floor.organiser,
        new JsonObject()
            .put("type", "createActivity")
            .put("room", floor.room)
            .putNull("after")
            .put("kind", "poll")
            .put("id", id)
            .put("draft", draft));
    return id;
  }

  /** Ids of the questions that were put where the room does not see them. */
  private static List<String> hide(Floor floor, Talk asker, JsonObject root) {
    List<String> ids = new ArrayList<>();
    ids.add(floor.asked(asker, "canary-waiting of one").getString("id"));
    floor.ask(asker, floor.question(floor.phoneId(), "canary-signed of two", "canary-hidden"));
    ids.add(floor.found("canary-signed").getString("id"));
    JsonObject no = floor.asked(asker, "canary-declined of three");
    ids.add(no.getString("id"));
    JsonObject declined =
        floor.moderate(
            no,
            new JsonObject()
                .put("kind", "decline")
                .put("reason", "other")
                .put("note", "canary-note"));
    assertEquals(1, declined.getJsonArray("done").size());
    JsonObject merged = floor.asked(asker, "canary-merged of five");
    ids.add(merged.getString("id"));
    floor.command(
        floor.organiser,
        floor
            .message("mergeQuestion")
            .put("id", merged.getString("id"))
            .put("rev", merged.getLong("rev"))
            .put("into", root.getString("id")));
    String phoneId = floor.phoneId();
    floor.ask(asker, floor.question(phoneId, "canary-withdrawn of six", null));
    floor.command(asker, floor.message("withdrawQuestion").put("question", phoneId));
    ids.add(root.getString("id"));
    return ids;
  }
}
