package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.TestServer;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pages of other sites get nothing done with an organiser's cookie, and nothing of ours can be put
 * into theirs.
 */
class OtherSitesTest {
  private static final String EMAIL = "organiser@plenary.example";
  private static final String PASSWORD = "a long enough passphrase 7";

  @Test
  void cannotSpeakForAnOrganiser(@TempDir Path data) {
    try (TestServer server = TestServer.start(data)) {
      Browser organiser = new Browser(server.base()).setUp(server.setupToken(), EMAIL, PASSWORD);
      String event =
          "{\"name\":\"Forged\",\"startsOn\":\"2027-03-08\",\"endsOn\":\"2027-03-08\","
              + "\"timeZone\":\"Europe/London\",\"frameOrigins\":[]}";
      String before = organiser.get("/api/v1/events").body();

      for (String origin :
          List.of(
              "https://evil.example",
              "null",
              "http://127.0.0.1:1",
              server.base() + ".evil.example",
              "http://localhost",
              "x y")) {
        HttpRequest.Builder forged =
            organiser
                .request("/api/v1/events")
                .header("origin", origin)
                .header("content-type", "application/json");
        assertEquals(
            403, organiser.send(forged.POST(BodyPublishers.ofString(event))).statusCode(), origin);
        assertEquals(
            403,
            organiser
                .send(organiser.request("/api/v1/session").header("origin", origin).DELETE())
                .statusCode(),
            origin);
        try (RawSocket socket =
            new RawSocket(server.base(), "Origin: " + origin, "Cookie: " + organiser.cookie())) {
          assertTrue(socket.answer.startsWith("HTTP/1.1 403"), origin + ": " + socket.answer);
        }
      }
      for (String type :
          List.of(
              "text/plain",
              "application/x-www-form-urlencoded",
              "multipart/form-data; boundary=x",
              "text/plain; application/json")) {
        assertEquals(
            415, organiser.send(organiser.post("/api/v1/events", type, event)).statusCode(), type);
        assertEquals(
            415, organiser.send(organiser.post("/api/v1/join", type, event)).statusCode(), type);
      }
      HttpRequest.Builder untyped =
          organiser.request("/api/v1/events").POST(BodyPublishers.ofString(event));
      assertEquals(415, organiser.send(untyped).statusCode(), "a form without type and Origin");

      assertEquals(before, organiser.get("/api/v1/events").body(), "nothing happened");
      assertEquals(
          201,
          organiser.post("/api/v1/events", new JsonObject(event)).statusCode(),
          "the same from our own page works");
    }
  }

  @Test
  void everyAnswerCarriesItsHeaders(@TempDir Path data) {
    try (TestServer server = TestServer.start(data)) {
      Browser anyone = new Browser(server.base());
      List<String> pages =
          List.of(
              "/",
              "/j/ABC",
              "/organiser",
              "/organiser/events/x",
              server.link("stage").getPath(),
              server.link("remote").getPath(),
              "/preview/x/y");
      for (String path : pages) {
        HttpResponse<String> page = anyone.get(path);
        assertEquals(200, page.statusCode(), path);
        String policy = header(page, "content-security-policy");
        assertTrue(
            policy.startsWith("default-src 'none'; script-src 'self'; style-src 'self'"), policy);
        assertTrue(policy.contains("base-uri 'none'"), policy);
        // What organisers see of the room are these two pages in a frame of their own page.
        boolean shown = path.startsWith("/stage/") || path.startsWith("/preview/");
        assertTrue(policy.endsWith("frame-ancestors " + (shown ? "'self'" : "'none'")), policy);
        assertEquals(path.startsWith("/organiser"), policy.contains("frame-src 'self'"), policy);
        assertTrue(!policy.contains("unsafe") && !policy.contains("*"), policy);
        assertTrue(header(page, "permissions-policy").contains("camera=()"));
        always(page);
      }
      List<HttpResponse<String>> others =
          List.of(
              anyone.get("/api/v1/session"),
              anyone.get("/api/v1/events"),
              anyone.get("/nothing/here"),
              anyone.get("/health/ready"),
              anyone.get("/qr/" + server.code().replace(" ", "") + ".svg"),
              anyone.get("/qr/x.svg"),
              anyone.post("/api/v1/join", new JsonObject().put("code", "222 222")),
              anyone.post("/api/v1/join", new JsonObject()),
              anyone.send(anyone.post("/api/v1/join", "text/plain", "x")),
              anyone.send(anyone.post("/api/v1/join", "application/json", "{")),
              anyone.send(anyone.post("/api/v1/join", "application/json", "x".repeat(3_000_000))));
      for (HttpResponse<String> other : others) {
        assertEquals(
            "default-src 'none'; frame-ancestors 'none'",
            header(other, "content-security-policy"),
            other::toString);
        always(other);
      }
      assertEquals(
          List.of(200, 401, 404, 200, 200, 404, 404, 400, 415, 400, 413),
          others.stream().map(HttpResponse::statusCode).toList());
    }
  }

  private static void always(HttpResponse<String> response) {
    assertEquals("nosniff", header(response, "x-content-type-options"), response::toString);
    assertEquals("no-referrer", header(response, "referrer-policy"), response::toString);
    assertEquals(
        "same-origin", header(response, "cross-origin-resource-policy"), response::toString);
  }

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  @Test
  void theSessionCookieIsKeptFromScriptsAndOtherSites(@TempDir Path data) {
    try (TestServer server = TestServer.start(data, "--public-url=https://vote.example.org")) {
      Browser browser = new Browser(server.base());
      HttpResponse<String> made =
          browser.send(
              browser
                  .request("/api/v1/setup")
                  .header("content-type", "application/json")
                  .POST(
                      BodyPublishers.ofString(
                          new JsonObject()
                              .put("token", server.setupToken())
                              .put("name", "Organiser")
                              .put("email", EMAIL)
                              .put("password", PASSWORD)
                              .encode())));
      String cookie = header(made, "set-cookie").toLowerCase(Locale.ROOT);
      assertTrue(
          cookie.contains("httponly")
              && cookie.contains("secure")
              && cookie.contains("samesite=strict"),
          cookie);
      assertTrue(header(made, "strict-transport-security").contains("max-age="));
    }
  }
}
