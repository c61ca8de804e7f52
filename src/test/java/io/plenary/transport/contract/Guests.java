package io.plenary.transport.contract;

import io.plenary.TestServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Who comes to the example event. */
final class Guests {
  private final TestServer server;

  Guests(TestServer server) {
    this.server = server;
  }

  /** The hello of somebody who joined just now. */
  JsonObject attendee() {
    JsonObject body = new JsonObject().put("code", server.code());
    HttpRequest request =
        HttpRequest.newBuilder(server.base().resolve("/api/v1/join"))
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.encode()))
            .build();
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      JsonObject joined = new JsonObject(answer.body());
      return hello(
          "attendee", joined.getJsonObject("event").getString("id"), joined.getString("token"));
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @param kind stage or remote
   */
  JsonObject link(String kind) {
    URI link = server.link(kind);
    String[] path = link.getPath().split("/");
    return hello(kind, path[2], link.getFragment()).put("room", path[3]);
  }

  private static JsonObject hello(String role, String event, String token) {
    return new JsonObject()
        .put("type", "hello")
        .put("protocol", 1)
        .put("role", role)
        .put("event", event)
        .put("token", token);
  }
}
