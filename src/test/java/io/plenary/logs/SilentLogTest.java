package io.plenary.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.plenary.TestServer;
import io.plenary.transport.Browser;
import io.plenary.transport.Talk;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * Nothing that people are, write, choose or hold gets into the log, whether what they do works or
 * fails.
 */
class SilentLogTest {
  private static final String CANARY = "Kanarienvogel";
  private static final String ADDRESS = "203.0.113.77";

  @Test
  void aJourneyLeavesNoTrace(@TempDir Path data) {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    log.start();
    root.addAppender(log);
    Map<String, String> secrets = new TreeMap<>(Map.of("content", CANARY, "address", ADDRESS));
    try (TestServer server = TestServer.start(data, "--trust-proxy")) {
      secrets.put("set-up link", server.setupToken());
      secrets.put("stage link", server.link("stage").getFragment());
      secrets.put("remote link", server.link("remote").getFragment());
      journey(server, secrets);
    } finally {
      root.detachAppender(log);
    }
    String written = text(List.copyOf(log.list));
    assertTrue(
        written.contains("is connected") && written.contains("Metrics are at"),
        "the scan sees the log");
    secrets.forEach(
        (what, secret) -> {
          assertTrue(secret.length() > 8, what);
          assertFalse(written.contains(secret), () -> what + " is in the log:\n" + written);
        });
  }

  private static void journey(TestServer server, Map<String, String> secrets) {
    Browser organiser =
        new Browser(server.base())
            .setUp(
                server.setupToken(), CANARY + "@plenary.example", CANARY + " is the passphrase 7");
    secrets.put("device", organiser.device());
    secrets.put("session", organiser.cookie().substring(organiser.cookie().indexOf('=') + 1));
    organiser.post(
        "/api/v1/session",
        new JsonObject().put("email", CANARY + "@plenary.example").put("password", CANARY));
    String event =
        new JsonObject(
                organiser
                    .post(
                        "/api/v1/events",
                        new JsonObject()
                            .put("name", CANARY)
                            .put("startsOn", "2027-03-08")
                            .put("endsOn", "2027-03-08")
                            .put("timeZone", "Europe/London")
                            .put("frameOrigins", new JsonArray()))
                    .body())
            .getString("id");
    JsonObject links = new JsonObject(organiser.get("/api/v1/events/" + event + "/links").body());
    String room = links.getJsonArray("rooms").getJsonObject(0).getString("id");
    JsonObject person =
        new Browser(server.base())
            .join(
                new JsonObject(organiser.get("/api/v1/events").body())
                    .getJsonArray("events").stream()
                        .map(JsonObject.class::cast)
                        .filter(e -> e.getString("id").equals(event))
                        .findFirst()
                        .orElseThrow()
                        .getString("code"));
    secrets.put("token", person.getString("token"));
    secrets.put("participant", person.getString("token").split("\\.")[1]);

    try (Talk desk =
            Talk.open(server.base(), organiser.cookie()).hello("organiser", event, room, null);
        Talk phone = Talk.attendee(server.base(), person)) {
      JsonObject draft =
          new JsonObject()
              .put("question", CANARY + "?")
              .put("maxChoices", 1)
              .put("abstain", CANARY)
              .put("results", "stage")
              .put(
                  "options",
                  new JsonArray()
                      .add(new JsonObject().put("text", CANARY + " one"))
                      .add(new JsonObject().put("text", CANARY + " two")));
      desk.hear("organiserSnapshot");
      desk.say(
          new JsonObject()
              .put("type", "createActivity")
              .put("kind", "poll")
              .put("ref", 1)
              .put("room", room)
              .putNull("after")
              .put("draft", draft));
      String poll = desk.hear("done").getString("id");
      desk.say(
              new JsonObject()
                  .put("type", "openActivity")
                  .put("ref", 2)
                  .put("activity", poll)
                  .put("rev", 1))
          .hear("done");
      JsonObject open =
          phone.hear(
              m -> "attendeeSnapshot".equals(m.getString("type")) && m.encode().contains(poll),
              "the poll");
      assertTrue(open.encode().contains(CANARY), "the canary flies");
      Matcher option =
          Pattern.compile("\"id\":\"([^\"]+)\",\"text\":\"" + CANARY + " one")
              .matcher(open.encode());
      assertTrue(option.find(), open::encode);
      JsonObject vote =
          new JsonObject()
              .put("type", "castVote")
              .put("ref", 1)
              .put("activity", poll)
              .put("round", 1)
              .put("vote", CANARY + "_vote")
              .put("seq", 1)
              .put("answer", new JsonArray().add(option.group(1)))
              .put("abstain", false)
              .put("heldMs", 0);
      secrets.put("receipt", phone.say(vote).hear("voteCounted").getString("receipt"));
      phone
          .say(vote.copy().put("seq", 2).put("answer", new JsonArray().add(CANARY)))
          .hear(m -> true, "a refusal");
      phone.say(new JsonObject().put("type", CANARY)).hear("error");
      desk.say(
              new JsonObject()
                  .put("type", "createActivity")
                  .put("kind", "poll")
                  .put("ref", 3)
                  .put("room", CANARY)
                  .putNull("after")
                  .put("draft", draft))
          .hear("error");
    }
    failures(server, organiser);
  }

  private static void failures(TestServer server, Browser organiser) {
    try (Talk guess =
        Talk.open(server.base(), "plenary_session=" + CANARY)
            .hello("attendee", "x", null, CANARY)) {
      guess.closedWith();
    }
    assertEquals(
        400,
        organiser
            .send(organiser.post("/api/v1/join", "application/json", "{\"code\": " + CANARY))
            .statusCode());
    organiser.post(
        "/api/v1/join",
        new JsonObject()
            .put("code", CANARY)
            .put("tokens", JsonArray.of(CANARY))
            .put("key", CANARY));
    organiser.post("/api/v1/events/import", new JsonObject().put("format", CANARY));
    organiser.send(organiser.post("/api/v1/events", "application/json", CANARY.repeat(200_000)));
    organiser.get("/" + CANARY + "?" + CANARY);
    organiser.get("/api/v1/events/" + CANARY + "/links");
    organiser.get("/stage/" + CANARY + "/" + CANARY);
    organiser.get("/api/v1/events/%25" + CANARY);
    organiser.send(
        organiser
            .request("/api/v1/session")
            .header("content-type", "application/json")
            .header("user-agent", CANARY)
            .header("x-forwarded-for", ADDRESS)
            .POST(
                BodyPublishers.ofString(
                    "{\"email\":\"" + CANARY + "\",\"password\":\"" + CANARY + "\"}")));
    organiser.delete("/api/v1/sessions");
  }

  private static String text(List<ILoggingEvent> events) {
    StringBuilder text = new StringBuilder();
    for (ILoggingEvent event : events) {
      text.append(event.getLoggerName())
          .append(": ")
          .append(event.getFormattedMessage())
          .append('\n');
      if (event.getThrowableProxy() != null) {
        text.append(ThrowableProxyUtil.asString(event.getThrowableProxy()));
      }
    }
    return text.toString();
  }
}
