package io.plenary.transport.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.TestServer;
import io.plenary.transport.Browser;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a change takes away is gone within a second: on every open connection of the node that made
 * the change and of two others, whichever way its messages travel, and for whoever comes with the
 * old token, cookie or link again.
 *
 * <p>No connection is opened with the link to a report or with an invitation. Their pages read what
 * they show by one request, keep it on the screen and hear nothing afterwards; accepting is a
 * request of its own. So there is nothing to end within a second: the next request is refused, at
 * once.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EverythingEndsTest {
  private static final long WITHIN_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final int REFUSED = 4003;
  private static final int SIGNED_OUT = 4005;
  private static final int EVENT_GONE = 4006;
  private static final int ROLE_CHANGED = 4009;
  private static final int NOT_STAFF = 4010;
  private ThreeNodes nodes;
  private TestServer here;
  private TestServer there;
  private Browser owner;
  private String event;
  private String room;
  private int people;

  @BeforeAll
  void start(@TempDir Path folder) {
    nodes = new ThreeNodes(folder, "--trust-proxy");
    here = nodes.here;
    there = nodes.there;
    owner = nodes.owner;
  }

  @AfterAll
  void stop() {
    nodes.close();
  }

  @BeforeEach
  void event() {
    event = made(owner.post(of(nodes.example()) + "/duplicate", new JsonObject())).getString("id");
    room = rooms().getJsonObject(0).getString("id");
  }

  /**
   * Has tried nothing yet: all nodes count wrong links of an address together, and every test makes
   * some.
   */
  private Browser stranger(TestServer at) {
    return new Browser(at.base(), "192.0.2." + ++people);
  }

  private static String of(String event) {
    return "/api/v1/events/" + event;
  }

  private JsonArray rooms() {
    return new JsonObject(owner.get(of(event) + "/links").body()).getJsonArray("rooms");
  }

  private static JsonObject made(HttpResponse<String> answer) {
    assertEquals(201, answer.statusCode(), answer.body());
    return new JsonObject(answer.body());
  }

  private String invite(Browser by, String role) {
    JsonObject body = new JsonObject().put("role", role).putNull("rooms");
    return made(by.post(of(event) + "/invitations", body)).getString("url").split("#invite=")[1];
  }

  private Browser person(String role) {
    Browser browser = stranger(here);
    made(
        browser.post(
            "/api/v1/invitations/accept",
            new JsonObject()
                .put("invitation", invite(owner, role))
                .put("name", "A person")
                .put("email", "p" + ++people + "@plenary.example")
                .put("password", TwoNodes.PASSWORD)));
    return browser;
  }

  /** Of the one person beside the owner. */
  private String account() {
    return new JsonObject(owner.get(of(event) + "/staff").body())
        .getJsonArray("people")
        .getJsonObject(1)
        .getString("account");
  }

  private JsonObject hello(String role) {
    return new JsonObject()
        .put("type", "hello")
        .put("protocol", 1)
        .put("role", role)
        .put("event", event);
  }

  private JsonObject link(String kind) {
    String secret = URI.create(rooms().getJsonObject(0).getString(kind)).getFragment();
    return hello(kind).put("room", room).put("token", secret);
  }

  /** One for each way and node. */
  private List<Peer> open(JsonObject hello, Browser browser) {
    List<Peer> open = new ArrayList<>();
    for (TestServer node : nodes.all) {
      for (Way way : Way.values()) {
        Peer peer =
            browser == null ? way.connect(node.base()) : way.connect(node.base(), browser.cookie());
        open.add(peer.send(hello));
      }
    }
    open.forEach(peer -> peer.next("welcome"));
    return open;
  }

  /** All of these end with the code, and with the same hello nobody comes in any more. */
  private void ends(List<Peer> open, int code, JsonObject hello, Browser browser, int refusal) {
    long from = System.nanoTime();
    open.forEach(peer -> assertEquals(code, peer.goodbye()));
    assertTrue(System.nanoTime() - from < WITHIN_NANOS, "within a second: " + code);
    for (TestServer node : nodes.all) {
      Peer again =
          browser == null
              ? Way.SOCKET.connect(node.base())
              : Way.SOCKET.connect(node.base(), browser.cookie());
      assertEquals(refusal, again.send(hello).goodbye());
    }
  }

  @Test
  void whoIsTakenOff() {
    Browser person = person("moderator");
    List<Peer> open = open(hello("organiser"), person);
    assertEquals(204, owner.delete(of(event) + "/staff/" + account()).statusCode());
    ends(open, NOT_STAFF, hello("organiser"), person, NOT_STAFF);
    assertEquals(404, person.get(of(event) + "/results.csv").statusCode());
  }

  @Test
  void whoIsOrganiserNoMoreWithTheLinksOfTheRoomAndTheirInvitations() {
    Browser person = person("organiser");
    JsonObject invitation = new JsonObject().put("invitation", invite(person, "organiser"));
    List<Peer> open = open(hello("organiser"), person);
    JsonObject stage = link("stage");
    JsonObject remote = link("remote");
    List<Peer> stages = open(stage, null);
    List<Peer> remotes = open(remote, null);
    JsonObject moderator = new JsonObject().put("role", "moderator").putNull("rooms");
    assertEquals(204, owner.post(of(event) + "/staff/" + account(), moderator).statusCode());
    long from = System.nanoTime();
    open.forEach(peer -> assertEquals(ROLE_CHANGED, peer.goodbye()));
    assertTrue(System.nanoTime() - from < WITHIN_NANOS, "within a second");
    ends(stages, REFUSED, stage, null, REFUSED);
    ends(remotes, REFUSED, remote, null, REFUSED);
    Browser anyone = stranger(there);
    assertEquals(403, anyone.post("/api/v1/invitations/look", invitation).statusCode());
    assertEquals(403, person.post(of(event) + "/invitations", moderator).statusCode());
  }

  @Test
  void linksThatAreReplaced() {
    for (String kind : List.of("stage", "remote")) {
      JsonObject hello = link(kind);
      List<Peer> open = open(hello, null);
      String path = of(event) + "/rooms/" + room + "/links/" + kind;
      assertEquals(200, owner.post(path, new JsonObject()).statusCode());
      ends(open, REFUSED, hello, null, REFUSED);
    }
  }

  @Test
  void whoDeletesTheAccount() {
    Browser person = person("moderator");
    List<Peer> open = open(hello("organiser"), person);
    JsonObject present = new JsonObject().put("present", TwoNodes.PASSWORD);
    String cookie = person.cookie();
    assertEquals(204, person.post("/api/v1/account/delete", present).statusCode());
    long from = System.nanoTime();
    for (Peer peer : open) {
      int code = peer.goodbye();
      assertTrue(code == SIGNED_OUT || code == NOT_STAFF, "closed with " + code);
    }
    assertTrue(System.nanoTime() - from < WITHIN_NANOS, "within a second");
    Peer again = Way.SOCKET.connect(there.base(), cookie).send(hello("organiser"));
    assertEquals(SIGNED_OUT, again.goodbye());
  }

  @Test
  void sessionsThatAreSignedOutOf() {
    for (String path : List.of("/api/v1/session", "/api/v1/sessions")) {
      Browser person = person("presenter");
      Browser same = person.at(there.base());
      List<Peer> open = open(hello("organiser"), same);
      assertEquals(204, person.delete(path).statusCode());
      ends(open, SIGNED_OUT, hello("organiser"), same, SIGNED_OUT);
    }
  }

  @Test
  void everybodyOfAnEventThatIsDeleted() {
    Browser person = person("presenter");
    JsonObject attendee = hello("attendee").put("token", joined().getString("token"));
    JsonObject stage = link("stage");
    List<Peer> staff = open(hello("organiser"), person);
    List<Peer> phones = open(attendee, null);
    List<Peer> stages = open(stage, null);
    assertEquals(204, owner.delete(of(event)).statusCode());
    ends(staff, EVENT_GONE, hello("organiser"), person, EVENT_GONE);
    ends(phones, EVENT_GONE, attendee, null, EVENT_GONE);
    ends(stages, EVENT_GONE, stage, null, EVENT_GONE);
  }

  private JsonObject joined() {
    Peer peer = Way.SOCKET.connect(here.base(), owner.cookie()).send(hello("organiser"));
    String code = peer.next("organiserSnapshot").getJsonObject("event").getString("code");
    peer.leave();
    return new Browser(here.base()).join(code);
  }

  @Test
  void reportsAndInvitationsThatAreTakenBack() {
    Browser elsewhere = person("presenter");
    event(); // another one: that person has an account, but is none of its people
    JsonObject shown =
        new JsonObject()
            .put("activities", new JsonArray())
            .put("names", false)
            .put("finalOnly", true);
    HttpResponse<String> made = owner.post(of(event) + "/report/link", shown);
    assertEquals(200, made.statusCode(), made.body());
    String url = new JsonObject(made.body()).getString("url");
    String report = "/api/v1/reports/" + url.substring(url.lastIndexOf('/') + 1);
    Browser anyone = stranger(there);
    assertEquals(200, anyone.get(report).statusCode());
    assertEquals(204, owner.delete(of(event) + "/report/link").statusCode());
    assertEquals(404, anyone.get(report).statusCode());

    JsonObject invitation = new JsonObject().put("invitation", invite(owner, "presenter"));
    assertEquals(200, anyone.post("/api/v1/invitations/look", invitation).statusCode());
    String id =
        new JsonObject(owner.get(of(event) + "/staff").body())
            .getJsonArray("invitations")
            .getJsonObject(0)
            .getString("id");
    assertEquals(204, owner.delete(of(event) + "/invitations/" + id).statusCode());
    assertEquals(403, anyone.post("/api/v1/invitations/look", invitation).statusCode());
    JsonObject person =
        invitation
            .copy()
            .put("name", "Late")
            .put("email", "late@plenary.example")
            .put("password", TwoNodes.PASSWORD);
    assertEquals(403, anyone.post("/api/v1/invitations/accept", person).statusCode());
    assertEquals(403, elsewhere.post("/api/v1/invitations/accept", invitation).statusCode());
  }
}
