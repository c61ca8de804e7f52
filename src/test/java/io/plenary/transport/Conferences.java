package io.plenary.transport;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * Events with several rooms, and people who help run them, made as pages make them: of small
 * groups, so that every vote shows at once.
 */
final class Conferences {
  static final String PASSWORD = "a long enough passphrase 7";

  private Conferences() {}

  /** Id of a new event; each of its rooms has one poll, still a draft. */
  static String of(Browser organiser, String... rooms) {
    JsonArray list = new JsonArray();
    for (String room : rooms) {
      JsonArray options =
          new JsonArray()
              .add(new JsonObject().put("text", "Yes"))
              .add(new JsonObject().put("text", "No"));
      list.add(
          new JsonObject()
              .put("name", room)
              .put(
                  "activities",
                  new JsonArray()
                      .add(
                          new JsonObject()
                              .put("kind", "poll")
                              .put("question", "Ready in " + room)
                              .put("options", options)
                              .put("maxChoices", 1)
                              .putNull("abstain")
                              .put("results", "stage"))));
    }
    JsonObject details =
        new JsonObject()
            .put("name", "Conference")
            .put("startsOn", "2027-03-08")
            .put("endsOn", "2027-03-08")
            .put("timeZone", "Europe/London")
            .put("frameOrigins", new JsonArray())
            .put("smallGroup", true);
    return made(organiser.post(
            "/api/v1/events/import",
            new JsonObject()
                .put("format", "plenary-event")
                .put("version", 2)
                .put("event", details)
                .put("rooms", list)))
        .getString("id");
  }

  /** What stands behind {@code #invite=}. */
  static String invite(Browser organiser, String event, String role, String... rooms) {
    JsonObject body =
        new JsonObject()
            .put("role", role)
            .put("rooms", rooms.length == 0 ? null : JsonArray.of((Object[]) rooms));
    String url =
        made(organiser.post("/api/v1/events/" + event + "/invitations", body)).getString("url");
    return url.substring(url.indexOf("#invite=") + 8);
  }

  /** A new person with an account, signed in. */
  static Browser accept(Browser browser, String invitation, String email) {
    made(
        browser.post(
            "/api/v1/invitations/accept",
            new JsonObject()
                .put("invitation", invitation)
                .put("name", "A person")
                .put("email", email)
                .put("password", PASSWORD)));
    return browser;
  }

  static JsonObject made(java.net.http.HttpResponse<String> response) {
    if (response.statusCode() != 201) {
      throw new AssertionError(response.statusCode() + " " + response.body());
    }
    return new JsonObject(response.body());
  }

  /** Every page of the list. */
  static List<JsonObject> listed(Browser organiser) {
    List<JsonObject> events = new ArrayList<>();
    String next = "";
    while (next != null) {
      JsonObject page =
          new JsonObject(
              organiser.get("/api/v1/events" + (next.isEmpty() ? "" : "?after=" + next)).body());
      page.getJsonArray("events").forEach(event -> events.add((JsonObject) event));
      next = page.getString("next");
    }
    return events;
  }

  static JsonArray rooms(Browser organiser, String event) {
    return new JsonObject(organiser.get("/api/v1/events/" + event + "/links").body())
        .getJsonArray("rooms");
  }
}
