package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.TestServer;
import io.plenary.identity.Codes;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A code beside the password, over HTTP. */
@TestMethodOrder(OrderAnnotation.class) // the last uses up what strangers may try
class SecondFactorTest {
  private static final String EMAIL = "owner@plenary.example";
  private static final String PASSWORD = "seven quiet bridges at dusk";
  private static final String FACTOR = "/api/v1/account/second-factor";
  private static TestServer server;
  private static Browser owner;
  private String secret;
  private List<String> recovery;

  @BeforeAll
  static void start(@TempDir Path data) {
    server = TestServer.start(data);
    owner = new Browser(server.base()).setUp(server.setupToken(), EMAIL, PASSWORD);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void turnedOn() {
    JsonObject proposed = ok(owner.post(FACTOR, present()));
    secret = proposed.getString("secret");
    assertTrue(proposed.getString("uri").contains("secret=" + secret), proposed::encode);
    assertTrue(proposed.getString("qr").startsWith("<svg"), proposed::encode);
    recovery =
        ok(owner.post(FACTOR + "/confirm", code(Codes.of(secret, -1))))
            .getJsonArray("recovery")
            .stream()
            .map(String.class::cast)
            .toList();
    assertEquals(10, recovery.size());
  }

  private static JsonObject present() {
    return new JsonObject().put("present", PASSWORD);
  }

  private static JsonObject code(String code) {
    return new JsonObject().put("code", code);
  }

  private static JsonObject ok(HttpResponse<String> answer) {
    assertEquals(200, answer.statusCode(), answer.body());
    return new JsonObject(answer.body());
  }

  private static boolean signedIn(Browser browser) {
    return new JsonObject(browser.get("/api/v1/session").body()).getBoolean("signedIn");
  }

  /** The first step. */
  private static Browser typed() {
    Browser browser = new Browser(server.base());
    JsonObject answer =
        ok(
            browser.post(
                "/api/v1/session", new JsonObject().put("email", EMAIL).put("password", PASSWORD)));
    assertTrue(answer.getBoolean("codeWanted"), answer::encode);
    assertFalse(answer.getBoolean("signedIn"));
    assertNull(answer.getString("name"), "nothing of the account is told");
    assertNull(browser.cookie());
    assertNull(browser.device());
    return browser;
  }

  private static HttpResponse<String> give(Browser browser, String code) {
    return browser.post("/api/v1/session/code", code(code));
  }

  private static void wrong(HttpResponse<String> answer) {
    assertEquals(400, answer.statusCode(), answer.body());
    assertEquals("code", new JsonObject(answer.body()).getString("field"));
  }

  @Test
  void passwordAndCodeSignInAndNeitherAlone() {
    Browser browser = typed();
    assertFalse(signedIn(browser));
    wrong(give(browser, "000000".equals(Codes.of(secret, 0)) ? "111111" : "000000"));
    wrong(give(browser, Codes.of(secret, -1))); // it confirmed the secret
    assertEquals(EMAIL, ok(give(browser, Codes.of(secret, 0))).getString("email"));
    assertTrue(signedIn(browser));
    Browser other = typed();
    wrong(give(other, Codes.of(secret, 0)));
    assertFalse(signedIn(other));
    assertEquals(401, give(new Browser(server.base()), Codes.of(secret, 1)).statusCode());
  }

  @Test
  void aRecoveryCodeWorksOnceHoweverItIsTyped() {
    String kept = recovery.get(3).toUpperCase(java.util.Locale.ROOT).replace("-", " ");
    Browser browser = typed();
    ok(give(browser, kept));
    assertTrue(signedIn(browser));
    wrong(give(typed(), recovery.get(3)));
    JsonObject account = ok(owner.get("/api/v1/account"));
    assertEquals(9, account.getInteger("secondFactor"));
  }

  @Test
  void aNewOneTakesThePlaceOfTheOneBefore() {
    String before = secret;
    String code = recovery.get(0);
    JsonObject proposed = ok(owner.post(FACTOR, present()));
    assertEquals(
        400, owner.post(FACTOR + "/confirm", code(Codes.of(before, 0))).statusCode(), "another");
    Browser browser = typed();
    ok(give(browser, Codes.of(before, 0))); // what is not confirmed changes nothing
    ok(owner.post(FACTOR + "/confirm", code(Codes.of(proposed.getString("secret"), 0))));
    wrong(give(typed(), Codes.of(before, 1)));
    wrong(give(typed(), code));
  }

  @Test
  void itIsTurnedOffWithThePasswordAlone() {
    HttpResponse<String> no =
        owner.post(FACTOR + "/remove", new JsonObject().put("present", "a guess or two"));
    assertEquals(400, no.statusCode());
    assertEquals(204, owner.post(FACTOR + "/remove", present()).statusCode());
    Browser browser = new Browser(server.base());
    JsonObject answer =
        ok(
            browser.post(
                "/api/v1/session", new JsonObject().put("email", EMAIL).put("password", PASSWORD)));
    assertTrue(answer.getBoolean("signedIn"));
    assertNull(ok(owner.get("/api/v1/account")).getValue("secondFactor"));
  }

  @Test
  void aNewPasswordEndsTheFirstStep() {
    Browser browser = typed();
    String next = "eight loud bridges at dawn";
    JsonObject change = present().put("password", next);
    assertEquals(204, owner.post("/api/v1/account/password", change).statusCode());
    assertEquals(401, give(browser, Codes.of(secret, 0)).statusCode());
    JsonObject back = new JsonObject().put("present", next).put("password", PASSWORD);
    assertEquals(204, owner.post("/api/v1/account/password", back).statusCode());
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void guessesAreSlowedDownAndADeviceThatIsKnownIsNot() {
    Browser known = typed();
    ok(give(known, recovery.get(1)));
    JsonArray answers = new JsonArray();
    Browser stranger = typed();
    for (int i = 0; i < 15; i++) answers.add(give(stranger, "00000" + i % 10).statusCode());
    assertEquals(429, answers.getInteger(14), answers::encode);
    Browser again = known.deviceAlone();
    ok(
        again.post(
            "/api/v1/session", new JsonObject().put("email", EMAIL).put("password", PASSWORD)));
    ok(give(again, recovery.get(2)));
  }
}
