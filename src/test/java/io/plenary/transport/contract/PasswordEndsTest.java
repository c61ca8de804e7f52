package io.plenary.transport.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.TestServer;
import io.plenary.transport.Browser;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A new password ends what was opened or made with the old one, at every node, on every way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PasswordEndsTest {
  private static final String PASSWORD = TwoNodes.PASSWORD;
  private static final String NEW = "another long passphrase 8";
  private static final String EMAIL = "moderator@plenary.example";
  private static final long WITHIN_NANOS = 1_000_000_000L;
  private ThreeNodes nodes;
  private TestServer here;
  private TestServer there;
  private Browser owner;
  private String event;
  private String account;

  @BeforeAll
  void start(@TempDir Path folder) {
    nodes = new ThreeNodes(folder);
    here = nodes.here;
    there = nodes.there;
    owner = nodes.owner;
    event = nodes.example();
    JsonObject role = new JsonObject().put("role", "moderator").putNull("rooms");
    String invitation =
        new JsonObject(owner.post("/api/v1/events/" + event + "/invitations", role).body())
            .getString("url")
            .split("#invite=")[1];
    JsonObject person =
        new JsonObject()
            .put("invitation", invitation)
            .put("name", "Moderator")
            .put("email", EMAIL)
            .put("password", PASSWORD);
    assertEquals(
        201, new Browser(here.base()).post("/api/v1/invitations/accept", person).statusCode());
    account =
        new JsonObject(owner.get("/api/v1/events/" + event + "/staff").body())
            .getJsonArray("people")
            .getJsonObject(1)
            .getString("account");
  }

  @AfterAll
  void stop() {
    nodes.close();
  }

  private static HttpResponse<String> signIn(Browser browser, String password) {
    return browser.post(
        "/api/v1/session", new JsonObject().put("email", EMAIL).put("password", password));
  }

  private String link(String kind) {
    HttpResponse<String> made =
        owner.post("/api/v1/accounts/" + account + "/links/" + kind, new JsonObject());
    assertEquals(201, made.statusCode(), made.body());
    String url = new JsonObject(made.body()).getString("url");
    assertTrue(url.startsWith(here.base() + "/organiser#" + kind + "="), url);
    return url.substring(url.indexOf('=') + 1);
  }

  @Test
  @DisplayName(
      "O3 a reset ends sessions, devices and links within a second on every open connection")
  void o3_resetEndsEverything() {
    Browser first = new Browser(here.base());
    assertEquals(200, signIn(first, PASSWORD).statusCode());
    Browser device = first.deviceAlone();
    Browser second = new Browser(there.base());
    assertEquals(200, signIn(second, PASSWORD).statusCode());
    JsonObject hello =
        new JsonObject()
            .put("type", "hello")
            .put("protocol", 1)
            .put("role", "organiser")
            .put("event", event);
    List<Peer> open = new ArrayList<>();
    for (Way way : Way.values()) {
      open.add(way.connect(here.base(), first.cookie()).send(hello));
      open.add(way.connect(there.base(), second.cookie()).send(hello));
      open.add(way.connect(nodes.third.base(), second.cookie()).send(hello));
    }
    open.forEach(peer -> peer.next("organiserSnapshot"));
    JsonObject signInLink = new JsonObject().put("link", link("sign-in"));
    String reset = link("reset");

    Browser fresh = new Browser(here.base());
    JsonObject used = new JsonObject().put("link", reset).put("password", "short");
    assertEquals(400, fresh.post("/api/v1/links/reset/use", used).statusCode(), "still works");
    HttpResponse<String> done = fresh.post("/api/v1/links/reset/use", used.put("password", NEW));
    long from = System.nanoTime();
    assertEquals(200, done.statusCode(), done.body());
    open.forEach(peer -> assertEquals(4005, peer.goodbye()));
    assertTrue(System.nanoTime() - from < WITHIN_NANOS, "within a second");

    assertEquals(200, fresh.get("/api/v1/events").statusCode(), "who set it is signed in");
    assertEquals(401, first.get("/api/v1/events").statusCode());
    assertEquals(401, second.get("/api/v1/events").statusCode());
    assertEquals(
        403, fresh.post("/api/v1/links/reset/use", used).statusCode(), "a link works once");
    assertEquals(403, fresh.post("/api/v1/links/sign-in/use", signInLink).statusCode());
    assertEquals(401, signIn(new Browser(here.base()), PASSWORD).statusCode());
    Browser stranger = new Browser(there.base());
    for (int i = 0; i < 10; i++) signIn(stranger, "wrong " + i + " passphrase");
    assertEquals(429, signIn(stranger, NEW).statusCode());
    Browser onTheOther = device.at(there.base());
    assertEquals(429, signIn(onTheOther, NEW).statusCode(), "the device is known no longer");
    assertEquals(200, signIn(fresh.deviceAlone(), NEW).statusCode(), "that of the new password is");
  }

  @Test
  @DisplayName(
      "O3 ending a session elsewhere closes what is open with it within a second, and no other")
  void o3_sessionEndedAtTheOtherNode() {
    Browser mine = new Browser(here.base());
    Browser other = new Browser(there.base());
    JsonObject body = new JsonObject().put("email", TwoNodes.EMAIL).put("password", PASSWORD);
    assertEquals(200, owner.deviceAlone().post("/api/v1/session", body).statusCode());
    assertEquals(200, mine.post("/api/v1/session", body).statusCode());
    assertEquals(200, other.post("/api/v1/session", body).statusCode());
    JsonObject hello =
        new JsonObject()
            .put("type", "hello")
            .put("protocol", 1)
            .put("role", "organiser")
            .put("event", event);
    Peer stays = Way.SOCKET.connect(there.base(), mine.cookie()).send(hello);
    stays.next("organiserSnapshot");
    List<Peer> open = new ArrayList<>();
    for (Way way : Way.values()) {
      open.add(way.connect(there.base(), other.cookie()).send(hello));
      open.add(way.connect(nodes.third.base(), other.cookie()).send(hello));
    }
    open.forEach(peer -> peer.next("organiserSnapshot"));
    assertEquals(204, mine.delete("/api/v1/account/sessions").statusCode());
    long from = System.nanoTime();
    open.forEach(peer -> assertEquals(4005, peer.goodbye()));
    assertTrue(System.nanoTime() - from < WITHIN_NANOS, "within a second");
    assertEquals(401, other.get("/api/v1/events").statusCode());
    stays.send(new JsonObject().put("type", "ping")).next("pong");
    stays.leave();
    owner = mine;
  }
}
