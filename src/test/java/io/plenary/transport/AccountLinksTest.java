package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.TestServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Links that let somebody into their account once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountLinksTest {
  private static final String EMAIL = "organiser@plenary.example";
  private TestServer server;
  private Browser owner;
  private Browser organiser;
  private String account;
  private String own;

  @BeforeAll
  void start(@TempDir Path data) {
    server = TestServer.start(data, "--trust-proxy");
    owner =
        new Browser(server.base())
            .setUp(server.setupToken(), "owner@plenary.example", Conferences.PASSWORD);
    String event = Conferences.of(owner, "One");
    organiser =
        Conferences.accept(
            new Browser(server.base()), Conferences.invite(owner, event, "organiser"), EMAIL);
    JsonArray people =
        new JsonObject(owner.get("/api/v1/events/" + event + "/staff").body())
            .getJsonArray("people");
    own = people.getJsonObject(0).getString("account");
    account = people.getJsonObject(1).getString("account");
  }

  @AfterAll
  void end() {
    server.close();
  }

  private HttpResponse<String> make(Browser who, String whose, String kind) {
    return who.post("/api/v1/accounts/" + whose + "/links/" + kind, new JsonObject());
  }

  private JsonObject link(String kind) {
    String url = Conferences.made(make(owner, account, kind)).getString("url");
    return new JsonObject().put("link", url.substring(url.indexOf('=') + 1));
  }

  @Test
  @DisplayName("O2 the owner's sign-in link works when strangers are not checked any more, once")
  void o2_signInLink() {
    Browser stranger = new Browser(server.base());
    JsonObject body = new JsonObject().put("email", EMAIL).put("password", "not this passphrase");
    int status = 0;
    for (int i = 0; i < 11; i++) status = stranger.post("/api/v1/session", body).statusCode();
    assertEquals(429, status);

    JsonObject link = link("sign-in");
    for (int i = 0; i < 2; i++) {
      HttpResponse<String> look = stranger.post("/api/v1/links/sign-in/look", link);
      assertEquals(
          new JsonObject().put("name", "A person").put("email", EMAIL),
          new JsonObject(look.body()));
    }
    assertEquals(403, stranger.post("/api/v1/links/reset/look", link).statusCode(), "its kind");
    HttpResponse<String> in = stranger.post("/api/v1/links/sign-in/use", link);
    assertEquals(200, in.statusCode(), in.body());
    assertEquals(EMAIL, new JsonObject(stranger.get("/api/v1/session").body()).getString("email"));
    HttpResponse<String> again = new Browser(server.base()).post("/api/v1/links/sign-in/use", link);
    assertEquals(403, again.statusCode());
    assertTrue(new JsonObject(again.body()).getString("message").contains("used"));
    body.put("password", Conferences.PASSWORD);
    assertEquals(
        200,
        stranger.deviceAlone().post("/api/v1/session", body).statusCode(),
        "the device is known from then on");
  }

  @Test
  @DisplayName("O2 a newer link takes the place of the one before")
  void o2_newestOnly() {
    JsonObject first = link("sign-in");
    JsonObject second = link("sign-in");
    Browser browser = new Browser(server.base());
    assertEquals(403, browser.post("/api/v1/links/sign-in/use", first).statusCode());
    assertEquals(200, browser.post("/api/v1/links/sign-in/use", second).statusCode());
  }

  @Test
  @DisplayName("O3 links are made by the owner of the server alone, and not for the own account")
  void o3_whoMakesThem() {
    for (String kind : List.of("sign-in", "reset")) {
      assertEquals(401, make(new Browser(server.base()), account, kind).statusCode());
      assertEquals(403, make(organiser, own, kind).statusCode());
      assertEquals(403, make(organiser, account, kind).statusCode());
      assertEquals(404, make(owner, "nobody", kind).statusCode());
      HttpResponse<String> mine = make(owner, own, kind);
      assertEquals(409, mine.statusCode());
      assertTrue(new JsonObject(mine.body()).getString("message").contains("plenary "));
    }
    JsonObject session = new JsonObject(owner.get("/api/v1/session").body());
    assertTrue(session.getBoolean("owner"));
    session = new JsonObject(organiser.get("/api/v1/session").body());
    assertFalse(session.getBoolean("owner"));
  }

  /** From elsewhere than everybody else here. */
  private int guessed(String path, JsonObject guess) {
    Browser stranger = new Browser(server.base());
    return stranger
        .send(
            stranger
                .post(path, "application/json", guess.encode())
                .header("x-forwarded-for", "198.51.100.9"))
        .statusCode();
  }

  @Test
  @DisplayName("O2 guessing links is slowed down")
  void o2_guesses() {
    int status = 0;
    for (int i = 0; i < 25; i++) {
      JsonObject guess = new JsonObject().put("link", account + "." + "a".repeat(25) + i);
      status = guessed("/api/v1/links/reset/look", guess);
    }
    assertEquals(429, status);
    for (Object odd : new Object[] {"", ".", "..", "x".repeat(900), account + ".", "*.*"}) {
      JsonObject guess = new JsonObject().put("link", odd).put("password", Conferences.PASSWORD);
      for (String kind : List.of("sign-in", "reset")) {
        status = guessed("/api/v1/links/" + kind + "/use", guess);
        assertTrue(status == 403 || status == 429, odd + ": " + status);
      }
    }
  }
}
