package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.TestServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What somebody does with their own account, and cannot do with another's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnAccountTest {
  private static final String PASSWORD = Conferences.PASSWORD;
  private static final String NEW = "another long passphrase 8";
  private static final String FIREFOX =
      "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
  private TestServer server;
  private Browser owner;
  private String event;

  @BeforeAll
  void start(@TempDir Path data) {
    server = TestServer.start(data);
    owner =
        new Browser(server.base()).setUp(server.setupToken(), "owner@plenary.example", PASSWORD);
    event = Conferences.of(owner, "One");
  }

  @AfterAll
  void end() {
    server.close();
  }

  private Browser person(String email) {
    return person(event, "moderator", email);
  }

  private Browser person(String at, String role, String email) {
    Browser browser = new Browser(server.base());
    return Conferences.accept(browser, Conferences.invite(owner, at, role), email);
  }

  private HttpResponse<String> signIn(String email, String password, String agent) {
    Browser browser = new Browser(server.base());
    String body = new JsonObject().put("email", email).put("password", password).encode();
    return browser.send(
        browser.post("/api/v1/session", "application/json", body).header("user-agent", agent));
  }

  private static JsonObject account(Browser browser) {
    HttpResponse<String> answer = browser.get("/api/v1/account");
    assertEquals(200, answer.statusCode(), answer.body());
    return new JsonObject(answer.body());
  }

  private static List<JsonObject> sessions(Browser browser) {
    return account(browser).getJsonArray("sessions").stream().map(s -> (JsonObject) s).toList();
  }

  private static HttpResponse<String> post(Browser browser, String what, String... fields) {
    JsonObject body = new JsonObject();
    for (int i = 0; i < fields.length; i += 2) body.put(fields[i], fields[i + 1]);
    return browser.post("/api/v1/account/" + what, body);
  }

  private static String field(HttpResponse<String> answer) {
    return answer.statusCode() + " " + new JsonObject(answer.body()).getString("field");
  }

  @Test
  @DisplayName("O3 name and e-mail address are changed, the address with the present password")
  void o3_nameAndEmail() {
    Browser person = person("before@plenary.example");
    assertEquals(204, post(person, "name", "name", "  Another Name ").statusCode());
    assertEquals("400 name", field(post(person, "name", "name", " ")));
    assertEquals("400 email", field(post(person, "email", "email", "none", "present", PASSWORD)));
    assertEquals(
        "400 present",
        field(post(person, "email", "email", "after@plenary.example", "present", "wrong")));
    assertEquals(
        "400 email",
        field(post(person, "email", "email", "owner@plenary.example", "present", PASSWORD)),
        "somebody has it");
    assertEquals(
        204,
        post(person, "email", "email", "After@plenary.example", "present", PASSWORD).statusCode());
    JsonObject account = account(person);
    assertEquals("Another Name", account.getString("name"));
    assertEquals("after@plenary.example", account.getString("email"));
    assertFalse(account.getBoolean("owner"));
    assertEquals(200, signIn("after@plenary.example", PASSWORD, FIREFOX).statusCode());
    assertEquals(401, signIn("before@plenary.example", PASSWORD, FIREFOX).statusCode());
  }

  @Test
  @DisplayName("O3 a new password needs the present one, and ends every other session")
  void o3_password() {
    String email = "password@plenary.example";
    Browser person = person(email);
    Browser other = new Browser(server.base());
    JsonObject body = new JsonObject().put("email", email).put("password", PASSWORD);
    assertEquals(200, other.post("/api/v1/session", body).statusCode());
    assertEquals("400 present", field(post(person, "password", "present", "x", "password", NEW)));
    assertEquals(
        "400 password", field(post(person, "password", "present", PASSWORD, "password", "short")));
    assertEquals(200, other.get("/api/v1/account").statusCode());
    assertEquals(204, post(person, "password", "present", PASSWORD, "password", NEW).statusCode());
    assertEquals(401, other.get("/api/v1/account").statusCode());
    assertEquals(1, sessions(person).size());
    assertEquals(401, signIn(email, PASSWORD, FIREFOX).statusCode());
    assertEquals(200, signIn(email, NEW, FIREFOX).statusCode());
  }

  @Test
  @DisplayName("O3 sessions are listed in plain words and ended one by one, or all others")
  void o3_sessions() {
    String email = "sessions@plenary.example";
    Browser person = person(email);
    for (int i = 0; i < 3; i++) signIn(email, PASSWORD, FIREFOX);
    List<JsonObject> all = sessions(person);
    assertEquals(4, all.size());
    assertTrue(all.get(0).getBoolean("this"), "the one that asks comes first");
    for (JsonObject other : all.subList(1, 4)) {
      assertFalse(other.getBoolean("this"));
      assertEquals("Firefox, Linux", other.getString("browser"));
      assertEquals(Set.of("id", "began", "used", "browser", "this"), other.fieldNames());
    }
    String gone = all.get(2).getString("id");
    Browser stranger = person("stranger@plenary.example");
    assertEquals(204, stranger.delete("/api/v1/account/sessions/" + gone).statusCode());
    assertEquals(4, sessions(person).size(), "nobody ends another's");
    assertEquals(204, person.delete("/api/v1/account/sessions/" + gone).statusCode());
    assertEquals(
        Set.of(),
        sessions(person).stream()
            .map(s -> s.getString("id"))
            .filter(gone::equals)
            .collect(Collectors.toSet()));
    assertEquals(3, sessions(person).size());
    assertEquals(204, person.delete("/api/v1/account/sessions").statusCode());
    assertEquals(1, sessions(person).size());
    assertEquals(204, person.delete("/api/v1/account/sessions/nonsense").statusCode());
  }

  /** Stages, remotes and attendees have no session: they are as anybody. */
  @Test
  @DisplayName("O3 whatever the role: one's own account, and only the owner's hand in others'")
  void o3_everyRoleAndRoute() {
    JsonArray people =
        new JsonObject(owner.get("/api/v1/events/" + event + "/staff").body())
            .getJsonArray("people");
    for (String role : List.of("organiser", "moderator", "presenter", "")) {
      boolean in = !role.isEmpty();
      Browser browser =
          in
              ? person(event, role, "every-" + role + "@plenary.example")
              : new Browser(server.base());
      assertEquals(in ? 200 : 401, browser.get("/api/v1/account").statusCode(), role);
      for (String route : List.of("name", "email", "password", "delete")) {
        assertEquals(in ? 400 : 401, post(browser, route).statusCode(), role + " " + route);
      }
      for (String route : List.of("/sessions/none", "/sessions")) {
        int ended = browser.delete("/api/v1/account" + route).statusCode();
        assertEquals(in ? 204 : 401, ended, role + " " + route);
      }
      for (int i = 0; i < people.size(); i++) {
        String path = "/api/v1/accounts/" + people.getJsonObject(i).getString("account");
        for (String kind : List.of("sign-in", "reset", "other")) {
          int made = browser.post(path + "/links/" + kind, new JsonObject()).statusCode();
          assertEquals(in ? 403 : 401, made, role + " " + kind);
        }
      }
    }
  }

  @Test
  @DisplayName(
      "O3 an account is deleted once its events are handed over; then nothing is left of it")
  void o3_delete() {
    Browser person = person(Conferences.of(owner, "Mine"), "organiser", "leaving@plenary.example");
    String own = Conferences.of(person, "Own");
    Browser helper = new Browser(server.base());
    Conferences.accept(
        helper, Conferences.invite(person, own, "moderator"), "helper@plenary.example");

    JsonObject account = account(person);
    JsonArray alone = account.getJsonArray("alone");
    JsonObject lone = new JsonObject().put("id", own).put("name", "Conference");
    assertTrue(alone.contains(lone), account.encode());
    HttpResponse<String> refused = post(person, "delete", "present", PASSWORD);
    assertEquals("409 heir", field(refused));
    assertTrue(new JsonObject(refused.body()).getString("message").contains("only organiser of"));
    assertEquals("400 heir", field(post(person, "delete", "present", PASSWORD, "heir", "x")));
    assertEquals("400 present", field(post(person, "delete", "present", "wrong", "heir", "x")));
    String heir =
        account.getJsonArray("heirs").stream()
            .map(h -> (JsonObject) h)
            .filter(h -> h.getString("email").equals("helper@plenary.example"))
            .findFirst()
            .orElseThrow()
            .getString("account");
    assertEquals(0, account(helper).getJsonArray("heirs").size(), "nothing to hand over");

    try (Talk open =
        Talk.open(server.base(), person.cookie()).hello("organiser", own, null, null)) {
      open.hear("organiserSnapshot");
      HttpResponse<String> done = post(person, "delete", "present", PASSWORD, "heir", heir);
      assertEquals(204, done.statusCode(), done.body());
      int code = open.closedWith();
      assertTrue(code == 4005 || code == 4010, "closed with " + code);
    }
    assertEquals(401, person.get("/api/v1/account").statusCode());
    assertEquals(401, signIn("leaving@plenary.example", PASSWORD, FIREFOX).statusCode());
    JsonArray people =
        new JsonObject(helper.get("/api/v1/events/" + own + "/staff").body())
            .getJsonArray("people");
    assertEquals(2, people.size(), "the owner and the new organiser: " + people);
    assertEquals(2, Conferences.listed(helper).size(), "and of the other it was alone with");
    Browser again = person("leaving@plenary.example");
    assertEquals(1, Conferences.listed(again).size(), "the address is free, and nobody's");
  }

  @Test
  @DisplayName("O3 the owner of the server hands it over, then the account can be deleted")
  void o3_owner(@TempDir Path data) {
    try (TestServer alone = TestServer.start(data)) {
      Browser first =
          new Browser(alone.base()).setUp(alone.setupToken(), "first@plenary.example", PASSWORD);
      HttpResponse<String> refused = post(first, "delete", "present", PASSWORD);
      assertEquals("409 heir", field(refused));
      assertTrue(new JsonObject(refused.body()).getString("message").contains("Invite somebody"));
      String at = Conferences.of(first, "One");
      Browser second =
          Conferences.accept(
              new Browser(alone.base()),
              Conferences.invite(first, at, "presenter"),
              "second@plenary.example");
      String kept = Conferences.invite(first, at, "organiser");
      JsonObject heir = account(first).getJsonArray("heirs").getJsonObject(0);
      assertEquals("second@plenary.example", heir.getString("email"));
      assertEquals(
          204,
          post(first, "delete", "present", PASSWORD, "heir", heir.getString("account"))
              .statusCode());
      JsonObject session = new JsonObject(second.get("/api/v1/session").body());
      assertTrue(session.getBoolean("owner") && session.getBoolean("mayCreate"));
      assertEquals(2, Conferences.listed(second).size(), "every event, the example too");
      assertNotEquals(200, first.get("/api/v1/account").statusCode());
      JsonObject back = new JsonObject().put("invitation", kept);
      assertEquals(
          403,
          new Browser(alone.base()).post("/api/v1/invitations/look", back).statusCode(),
          "no way back by an invitation of one's own");
    }
  }
}
