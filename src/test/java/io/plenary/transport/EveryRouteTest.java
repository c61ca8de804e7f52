package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.TestServer;
import io.plenary.identity.Action;
import io.plenary.identity.RolesTable;
import io.plenary.words.Role;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every route that the running server has mounted, tried by everybody there is: a route that
 * nothing is said of here fails the test. Everybody asks from an address of their own each time, so
 * that no limit on guesses answers for the right.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryRouteTest {
  private static final String API = "/api/v1";
  private static final String EVENT = API + "/events/:event";
  private static final RolesTable TABLE = RolesTable.read();

  /** Who may, where it is no question of a role at an event. */
  private enum Who {
    ANYONE,
    SIGNED_IN,
    /** Organisers of any event, and the owner. */
    MAKER,
    OWNER
  }

  /** What is asked of whom; an {@link Action} is what roles.md says of it. */
  private static final Map<String, Object> ROUTES = new TreeMap<>();

  static {
    say(
        Who.ANYONE,
        "POST /join,POST /stream,POST /stream/message,GET /session,POST /session,DELETE"
            + " /session,POST /session/code,POST /setup,GET /provider/sign-in,GET"
            + " /provider/back,GET /provider/sign-out,POST /links/sign-in/look,POST"
            + " /links/sign-in/use,POST /links/reset/look,POST /links/reset/use,POST"
            + " /invitations/look,GET /reports/:code,GET /time-zones");
    say(
        Who.SIGNED_IN,
        "GET /account,POST /account/name,POST /account/email,POST /account/password,"
            + "DELETE /account/sessions,DELETE /account/sessions/:session,POST /account/delete,"
            + "POST /account/second-factor,POST /account/second-factor/confirm,"
            + "POST /account/second-factor/remove,"
            + "DELETE /sessions,GET /events,POST /invitations/accept");
    say(Who.MAKER, "POST /events,POST /events/import");
    say(
        Who.OWNER,
        "GET /audit,GET /audit.csv,"
            + "POST /accounts/:account/links/sign-in,POST /accounts/:account/links/reset");
    at(
        Action.MANAGE_STAFF,
        "GET /staff,POST /staff/:account,DELETE /staff/:account,POST /invitations,"
            + "DELETE /invitations/:id");
    at(Action.READ_LINKS, "GET /links");
    at(Action.MANAGE_LINKS, "POST /rooms/:room/links/:kind");
    at(
        Action.EXPORT_EVENT,
        "GET /export.json,GET /results.csv,GET /results.json,GET /results.xlsx,"
            + "GET /activities/:activity/results.csv,GET /activities/:activity/results.json,"
            + "GET /questions.csv,GET /questions.json,GET /rooms/:room/questions.csv,"
            + "GET /rooms/:room/questions.json,GET /report");
    at(Action.SHARE_REPORT, "GET /report/link,POST /report/link,DELETE /report/link");
    at(Action.DUPLICATE_EVENT, "POST /duplicate");
    at(Action.ARCHIVE_EVENT, "POST /archive");
    at(Action.DELETE_EVENT, "DELETE ");
  }

  /** They take away what the others need, so they are tried last, in this order. */
  private static final List<String> LAST =
      List.of("DELETE " + EVENT, "DELETE " + API + "/sessions", "DELETE " + API + "/session");

  private static void say(Who who, String routes) {
    for (String route : routes.split(",")) ROUTES.put(route.replace(" ", " " + API), who);
  }

  private static void at(Action action, String routes) {
    for (String route : routes.split(",")) ROUTES.put(route.replace(" ", " " + EVENT), action);
  }

  /**
   * @param cookie in place of what the browser was given
   * @param role at the event; null: none
   */
  private record Actor(Browser browser, String cookie, Role role, boolean account) {}

  private final Map<String, Actor> actors = new LinkedHashMap<>();
  private TestServer server;
  private Browser owner;
  private String event;
  private String second;
  private String person;
  private int asked;

  @BeforeAll
  void people(@TempDir Path data) {
    server =
        TestServer.start(
            data,
            "--trust-proxy",
            "--oidc-issuer=http://127.0.0.1:9",
            "--oidc-client-id=plenary",
            "--oidc-client-secret=a secret of the client",
            "--oidc-name=the college");
    owner =
        new Browser(server.base())
            .setUp(server.setupToken(), "owner@plenary.example", Conferences.PASSWORD);
    event = Conferences.of(owner, "One", "Two");
    String elsewhere = Conferences.of(owner, "Elsewhere");
    JsonObject room = Conferences.rooms(owner, event).getJsonObject(0);
    Browser phone = new Browser(server.base());
    actors.put("nobody", new Actor(phone, null, null, false));
    try (Talk talk =
        Talk.open(server.base(), owner.cookie()).hello("organiser", event, null, null)) {
      String code = talk.hear("organiserSnapshot").getJsonObject("event").getString("code");
      String token = new Browser(server.base()).join(code).getString("token");
      actors.put("attendee", new Actor(phone, "plenary_session=" + token, null, false));
    }
    for (String kind : List.of("stage", "remote")) {
      String secret = URI.create(room.getString(kind)).getFragment();
      actors.put(kind + " link", new Actor(phone, "plenary_session=" + secret, null, false));
    }
    String device = "plenary_this_device=" + owner.device();
    actors.put("device that is known", new Actor(phone, device, null, false));
    for (Role role : List.of(Role.PRESENTER, Role.MODERATOR)) {
      staff(role.wire(), event, role, new String[] {room.getString("id")});
    }
    staff("organiser of another event", elsewhere, Role.ORGANISER, new String[0]);
    staff("organiser", event, Role.ORGANISER, new String[0]);
    actors.put("owner", new Actor(owner, null, Role.ORGANISER, true));
    person =
        new JsonObject(owner.get(API + "/events/" + event + "/staff").body())
            .getJsonArray("people").stream()
                .map(JsonObject.class::cast)
                .filter(p -> p.getString("role").equals("moderator"))
                .map(p -> p.getString("account"))
                .findFirst()
                .orElseThrow();
    second = Conferences.of(owner, "Second");
  }

  private void staff(String name, String at, Role role, String[] rooms) {
    String invitation = Conferences.invite(owner, at, role.wire(), rooms);
    String email = name.replace(' ', '-') + "@plenary.example";
    Browser browser = Conferences.accept(new Browser(server.base()), invitation, email);
    actors.put(name, new Actor(browser, null, at.equals(event) ? role : null, true));
  }

  @AfterAll
  void end() {
    server.close();
  }

  private Router router() {
    return server.parts(Server.class).get(0).router();
  }

  /** As they are said above. */
  private Set<String> mounted(boolean api) {
    return router().getRoutes().stream()
        .filter(route -> route.methods() != null && !route.methods().isEmpty())
        .flatMap(
            route -> {
              String path = route.getPath() == null ? route.getName() : route.getPath();
              String said = path.replaceAll("\\(\\?<(\\w+)>[^)]*\\)", ":$1").replace("\\", "");
              return route.methods().stream().map(method -> method + " " + said);
            })
        .filter(route -> route.contains(" /api/") == api)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyRouteIsSaidOf() {
    assertEquals(ROUTES.keySet(), mounted(true));
    for (String route : mounted(false)) {
      assertTrue(
          route.startsWith("GET ") || route.startsWith("HEAD "),
          "what changes something stands below /api, where it is asked who wants it: " + route);
    }
  }

  @Test
  void everyRouteIsRefusedOrNotAsItIsSaid() {
    Set<String> first = new LinkedHashSet<>(ROUTES.keySet());
    LAST.forEach(first::remove);
    first.addAll(LAST);
    int refused = 0;
    for (String route : first) {
      Set<Integer> statuses = new TreeSet<>();
      for (Map.Entry<String, Actor> entry : actors.entrySet()) {
        Actor actor = entry.getValue();
        boolean owns = entry.getKey().equals("owner");
        HttpResponse<String> answer = ask(route, actor, owns, server.base().toString());
        Optional<String> wanted = refusal(route, actor, owns);
        String said = entry.getKey() + ": " + route + ": " + answer.statusCode() + answer.body();
        if (wanted.isPresent()) {
          assertEquals(wanted.get(), answer.statusCode() + " " + code(answer), said);
          refused++;
        } else if (ROUTES.get(route) == Who.ANYONE) {
          statuses.add(answer.statusCode());
        } else {
          // That one's right is the invitation itself, and this is none.
          boolean shown = route.endsWith("/invitations/accept") && answer.statusCode() == 403;
          assertTrue(shown || !Set.of(401, 403).contains(answer.statusCode()), said);
          assertFalse("unknownEvent".equals(code(answer)), said);
        }
      }
      assertTrue(statuses.size() <= 1, "one answer for everybody: " + route + ": " + statuses);
    }
    assertTrue(refused > 200, "refused: " + refused);
  }

  /** Status and code with which this one is refused. */
  private static Optional<String> refusal(String route, Actor actor, boolean owns) {
    Object who = ROUTES.get(route);
    if (who == Who.ANYONE) return Optional.empty();
    if (!actor.account) return Optional.of("401 notSignedIn");
    if ((who == Who.OWNER && !owns) || (who == Who.MAKER && !makes(actor))) {
      return Optional.of("403 notAllowed");
    }
    if (!(who instanceof Action action)) return Optional.empty();
    if (actor.role == null) return Optional.of("404 unknownEvent");
    return TABLE.may(actor.role, action) ? Optional.empty() : Optional.of("403 notAllowed");
  }

  private static boolean makes(Actor actor) {
    return actor.role == null || actor.role == Role.ORGANISER;
  }

  @Test
  void noRouteChangesAnythingForAPageOfAnotherSite() {
    for (String route : ROUTES.keySet()) {
      if (route.startsWith("GET ")) continue;
      HttpResponse<String> answer = ask(route, actors.get("owner"), true, "https://evil.example");
      assertEquals("403 notAllowed", answer.statusCode() + " " + code(answer), route);
    }
  }

  /** Each may ask the provider something, and stands in the log. */
  @Test
  void stepsOfSigningInByAProviderAreCountedAlsoTheWrongOnes() {
    for (String step : List.of("back", "sign-out")) {
      Browser stranger = new Browser(server.base());
      String said = "";
      for (int i = 0; i < 80 && !said.endsWith("=busy"); i++) {
        said =
            stranger
                .send(
                    stranger
                        .request(API + "/provider/" + step)
                        .header("x-forwarded-for", step.equals("back") ? "10.9.9.1" : "10.9.9.2")
                        .GET())
                .headers()
                .firstValue("location")
                .orElseThrow();
      }
      assertEquals("/organiser#provider=busy", said, step);
    }
  }

  private HttpResponse<String> ask(String route, Actor actor, boolean owns, String origin) {
    String[] parts = route.split(" ", 2);
    String path =
        parts[1]
            // The organiser may, so what is deleted by the owner is another.
            .replace(":event", owns && LAST.contains(route) ? second : event)
            .replace(":account", parts[1].contains("/links/") ? person : "nobody")
            .replace(":kind", "stage")
            .replaceAll(":\\w+", "none");
    Browser browser = actor.cookie == null ? actor.browser : new Browser(server.base());
    HttpRequest.Builder request =
        browser
            .request(path)
            .header("x-forwarded-for", "10.0." + ++asked / 250 + "." + asked % 250)
            .header("origin", origin);
    if (actor.cookie != null) request.header("cookie", actor.cookie);
    if (parts[0].equals("POST")) request.header("content-type", "application/json");
    return browser.send(
        request.method(
            parts[0],
            parts[0].equals("POST")
                ? BodyPublishers.ofString(body(parts[1]).encode())
                : BodyPublishers.noBody()));
  }

  /** What is wrong or none, so that little comes of it. */
  private JsonObject body(String path) {
    return switch (path.substring(API.length())) {
      case "/session" ->
          new JsonObject().put("email", "x" + asked + "@plenary.example").put("password", "wrong");
      case "/stream" ->
          new JsonObject()
              .put("type", "hello")
              .put("protocol", 1)
              .put("role", "attendee")
              .put("event", event)
              .put("token", "none");
      case "/join" -> new JsonObject().put("code", "222 222");
      case "/invitations/look", "/invitations/accept" ->
          new JsonObject().put("invitation", event + ".none");
      case "/account/email" ->
          new JsonObject().put("email", "moved@plenary.example").put("present", "wrong");
      case "/account/delete", "/account/second-factor", "/account/second-factor/remove" ->
          new JsonObject().put("present", "wrong");
      case "/events/:event/archive" -> new JsonObject().put("archived", false);
      case "/events/:event/report/link" -> new JsonObject().put("activities", new JsonArray());
      default -> new JsonObject();
    };
  }

  private static String code(HttpResponse<String> answer) {
    String type = answer.headers().firstValue("content-type").orElse("");
    return type.startsWith("application/json") && answer.body().startsWith("{")
        ? new JsonObject(answer.body()).getString("code")
        : null;
  }
}
