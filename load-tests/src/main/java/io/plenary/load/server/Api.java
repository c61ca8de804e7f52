package io.plenary.load.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.load.wire.Golden;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;

/** The HTTP side as an organiser uses it: made through the set-up link, signed in since. */
public final class Api {
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String base;
  private String cookie;

  private Api(String base) {
    this.base = base;
  }

  /** Makes the first account with the link the server printed. */
  public static Api setUp(PlenaryServer server) throws IOException, InterruptedException {
    Api api = new Api(server.base());
    byte[] secret = new byte[16];
    new SecureRandom().nextBytes(secret);
    ObjectNode body =
        Golden.JSON
            .createObjectNode()
            .put("token", server.setupToken())
            .put("name", "Load test")
            .put("email", "load-test@example.org")
            .put("password", HexFormat.of().formatHex(secret));
    HttpResponse<String> answer = api.send("POST", "/api/v1/setup", body.toString());
    api.cookie =
        answer
            .headers()
            .firstValue("set-cookie")
            .map(c -> c.split(";")[0])
            .orElseThrow(() -> new IOException("the server signed nobody in"));
    return api;
  }

  public String cookie() {
    return cookie;
  }

  public JsonNode get(String path) throws IOException, InterruptedException {
    return Golden.JSON.readTree(send("GET", path, null).body());
  }

  public JsonNode post(String path, JsonNode body) throws IOException, InterruptedException {
    return Golden.JSON.readTree(send("POST", path, body.toString()).body());
  }

  public void delete(String path) throws IOException, InterruptedException {
    send("DELETE", path, null);
  }

  private HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder ask =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(30))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .header("content-type", "application/json");
    if (cookie != null) ask.header("cookie", cookie);
    HttpResponse<String> answer = http.send(ask.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer;
  }
}
