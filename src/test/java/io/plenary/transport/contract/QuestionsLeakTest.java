package io.plenary.transport.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.TestServer;
import io.plenary.redis.embedded.TestRedis;
import io.plenary.transport.Browser;
import io.plenary.transport.Floor;
import io.plenary.transport.Talk;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Words that moderation has not let through stand in every hidden place; every byte that phones,
 * stage, remote and presenters are sent is recorded, whichever way it travels: none of these words
 * is in it.
 */
class QuestionsLeakTest {
  private static final String PASSWORD = "a long enough passphrase 7";

  /** What every listener must hear, so that hearing nothing proves something. */
  private static final String PUBLIC = "Everybody may read this";

  private final Map<String, Peer> listeners = new LinkedHashMap<>();
  private long refs = 1_000;

  @Test
  void nothingThatIsNotPublicReachesAnybodyButModeratorsAndItsAsker(@TempDir Path data) {
    try (TestServer server = TestServer.start(data)) {
      Browser browser =
          new Browser(server.base()).setUp(server.setupToken(), "owner@plenary.example", PASSWORD);
      try (Floor floor = new Floor(server, browser, new JsonObject().put("openCounts", true));
          Talk asker = floor.phone()) {
        Browser presenter = floor.helper("presenter", "presenter@plenary.example");
        listen(floor, presenter, "from the beginning");
        floor.command(
            floor.organiser,
            new JsonObject()
                .put("type", "setStage")
                .put("room", floor.room)
                .put("view", "activity")
                .put("activity", floor.qa));
        JsonObject root = floor.approved(floor.asked(asker, PUBLIC));
        List<String> ids = hide(floor, asker, root);
        ids.add(root.getString("id"));
        listen(floor, presenter, "in the end");
        floor.command(
            floor.organiser, floor.message("highlightQuestion").put("n", 1).putNull("live"));
        look(floor);
        TestRedis.pause(2_500); // two rounds of every ticker
        look(floor);
        String own =
            asker
                .hear(
                    m ->
                        m.getString("type").equals("ownQuestions")
                            && m.encode().contains("canary")
                            && m.encode().contains("\"state\":\"live\""),
                    "own questions")
                .encode();
        assertTrue(own.contains("canary-declined") && own.contains("canary-note"), own);
        check(ids);
        checkFiles(floor, ids);
        checkPages(floor, presenter, ids);
      }
    }
  }

  /** Ids of the questions that were put where the room does not see them. */
  private List<String> hide(Floor floor, Talk asker, JsonObject root) {
    List<String> ids = new ArrayList<>();
    JsonObject declined =
        new JsonObject().put("kind", "decline").put("reason", "other").put("note", "canary-note");
    JsonObject waiting = floor.asked(asker, "canary-waiting of one");
    ids.add(waiting.getString("id"));
    floor.moderate(
        waiting,
        new JsonObject()
            .put("kind", "label")
            .put("add", JsonArray.of("canary-label"))
            .put("remove", new JsonArray()));
    floor.ask(asker, floor.question(floor.phoneId(), "canary-signed of two", "canary-name"));
    ids.add(floor.found("canary-signed").getString("id"));
    JsonObject no = floor.asked(asker, "canary-declined of three");
    ids.add(no.getString("id"));
    floor.moderate(no, declined);
    JsonObject away = floor.asked(asker, "canary-archived of four");
    ids.add(away.getString("id"));
    floor.moderate(away, declined);
    floor.moderate(floor.found("canary-archived"), new JsonObject().put("kind", "archive"));
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
    JsonObject erased = floor.asked(asker, "canary-erased of seven");
    ids.add(erased.getString("id"));
    floor.command(
        floor.organiser,
        floor
            .message("eraseQuestion")
            .put("id", erased.getString("id"))
            .put("rev", erased.getLong("rev")));
    return ids;
  }

  private void listen(Floor floor, Browser presenter, String when) {
    String qa = floor.qa;
    for (Way way : List.of(Way.SOCKET, Way.STREAM)) {
      JsonObject joined = new Browser(floor.server.base()).join(floor.code);
      JsonObject phone = hello("attendee", floor.event).put("token", joined.getString("token"));
      for (String kind : List.of("attendee", "stage", "remote", "presenter")) {
        JsonObject hello = phone;
        if (kind.equals("presenter")) {
          hello = hello("organiser", floor.event).put("room", floor.room);
        } else if (!kind.equals("attendee")) {
          URI link = URI.create(floor.links.getString(kind));
          hello = hello(kind, floor.event).put("room", floor.room).put("token", link.getFragment());
        }
        Peer peer =
            kind.equals("presenter")
                ? way.connect(floor.server.base(), presenter.cookie())
                : way.connect(floor.server.base());
        peer.send(hello);
        if (kind.equals("presenter")) {
          assertEquals("presenter", peer.next("welcome").getString("role"));
        }
        peer.next(
            kind.equals("attendee") || kind.equals("stage")
                ? kind + "Snapshot"
                : "organiserSnapshot");
        listeners.put(kind + " over " + way + " " + when, peer);
        for (JsonObject message :
            List.of(
                message("watchQueue", qa).put("on", true),
                message("getQueue", qa)
                    .putNull("state")
                    .putNull("label")
                    .putNull("search")
                    .putNull("after"))) {
          peer.send(message);
          assertEquals("notAllowed", peer.error(), kind + " " + message);
        }
      }
    }
  }

  /** Everybody who may looks at everything there is to see. */
  private void look(Floor floor) {
    listeners.forEach(
        (who, peer) -> {
          if (who.startsWith("stage")) return;
          for (String order : List.of("popular", "recent")) {
            peer.send(message("watchQuestions", floor.qa).put("on", true).put("order", order));
            peer.next("questionsHead");
            peer.send(
                message("getQuestions", floor.qa)
                    .put("order", order)
                    .put("after", new JsonObject().put("up", 1_000).put("n", 1_000)));
            peer.next("questionPage");
          }
        });
  }

  private void check(List<String> ids) {
    assertEquals(16, listeners.size());
    listeners.forEach(
        (who, peer) -> {
          String all = String.join("\n", peer.everything());
          assertTrue(all.contains(PUBLIC), who + " heard nothing at all: " + all);
          assertFalse(
              all.contains("canary"),
              () ->
                  who
                      + " heard "
                      + peer.everything().stream().filter(m -> m.contains("canary")).toList());
          ids.forEach(id -> assertFalse(all.contains(id), who + " heard an id of moderators"));
          assertFalse(all.contains("question-of-a-phone"), who + " heard an id of a phone");
          assertFalse(all.contains("\"by\""), who + " heard who moderates");
          peer.leave();
        });
  }

  /** The organisers' file holds what the room's does not, so looking proves something. */
  private static void checkFiles(Floor floor, List<String> ids) {
    for (String type : List.of("csv", "json")) {
      String path = "/api/v1/events/" + floor.event + "/questions." + type;
      String all = floor.browser.get(path).body();
      assertTrue(all.contains("canary-waiting") && all.contains(ids.get(0)), all);
      String seen = floor.browser.get(path + "?public").body();
      assertTrue(seen.contains(PUBLIC), seen);
      assertFalse(
          seen.contains("canary")
              || seen.contains("question-of-a-phone")
              || ids.stream().anyMatch(seen::contains),
          seen);
      for (String file : List.of(all, seen)) {
        assertFalse(
            file.contains("\"by\"") || file.contains("Organiser"),
            "no file says who moderated: " + file);
      }
    }
  }

  /** Whatever a presenter may read over HTTP, and what is refused. */
  private static void checkPages(Floor floor, Browser presenter, List<String> ids) {
    String event = "/api/v1/events/" + floor.event;
    for (String path :
        List.of(
            "/api/v1/session",
            "/api/v1/events",
            event + "/links",
            event + "/staff",
            event + "/export.json",
            event + "/results.json",
            event + "/results.csv",
            event + "/results.xlsx",
            event + "/questions.json",
            event + "/questions.csv",
            event + "/questions.csv?public",
            event + "/rooms/" + floor.room + "/questions.json")) {
      HttpResponse<String> answer = presenter.get(path);
      boolean file = path.startsWith(event) && !path.endsWith("/links");
      assertEquals(file, answer.statusCode() == 403, path + " " + answer.statusCode());
      assertFalse(
          answer.body().contains("canary") || ids.stream().anyMatch(answer.body()::contains),
          path + " " + answer.body());
    }
  }

  private JsonObject message(String type, String qa) {
    return new JsonObject().put("type", type).put("ref", ++refs).put("activity", qa);
  }

  private static JsonObject hello(String role, String event) {
    return new JsonObject()
        .put("type", "hello")
        .put("protocol", 1)
        .put("role", role)
        .put("event", event);
  }
}
