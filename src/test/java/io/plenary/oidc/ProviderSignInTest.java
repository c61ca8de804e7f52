package io.plenary.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.TestServer;
import io.plenary.transport.Browser;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Organisers who sign in by OpenID Connect, and what is not believed. */
class ProviderSignInTest {
  private static final String EMAIL = "owner@plenary.example";
  private static final String PASSWORD = "seven quiet bridges at dusk";
  private static final String BEGIN = "/api/v1/provider/sign-in";
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static LoopbackProvider provider;
  private static TestServer server;

  @BeforeAll
  static void start(@TempDir Path data) {
    provider = new LoopbackProvider();
    server =
        TestServer.start(
            data,
            "--oidc-issuer=" + provider.issuer() + "/",
            "--oidc-client-id=" + LoopbackProvider.CLIENT,
            "--oidc-client-secret=" + LoopbackProvider.SECRET,
            "--oidc-name=the college");
    browser().setUp(server.setupToken(), EMAIL, PASSWORD);
  }

  @AfterAll
  static void stop() {
    server.close();
    provider.close();
  }

  @BeforeEach
  void asItIs() {
    provider.signing = "RS256";
    provider.claims = UnaryOperator.identity();
    provider.silent = false;
    provider.signIn("person-1", EMAIL, true);
  }

  private static Browser browser() {
    return new Browser(server.base());
  }

  private static URI location(HttpResponse<?> response) {
    return URI.create(response.headers().firstValue("location").orElseThrow());
  }

  /** To the provider. */
  private static URI begin(Browser browser) {
    HttpResponse<String> begun = browser.get(BEGIN);
    assertEquals(303, begun.statusCode(), begun.body());
    return location(begun);
  }

  /** From the provider: the way back, with a code. */
  private static URI approved(URI at) {
    try {
      return location(HTTP.send(HttpRequest.newBuilder(at).build(), BodyHandlers.discarding()));
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Where the way back ends. */
  private static String ends(Browser browser, URI back) {
    HttpResponse<String> answer = browser.get(back.getRawPath() + "?" + back.getRawQuery());
    assertEquals(303, answer.statusCode(), answer.body());
    return location(answer).toString();
  }

  private static String signIn(Browser browser) {
    return ends(browser, approved(begin(browser)));
  }

  private static JsonObject session(Browser browser) {
    return new JsonObject(browser.get("/api/v1/session").body());
  }

  private static void refused(String word, Browser browser, String end) {
    assertEquals("/organiser#provider=" + word, end);
    assertFalse(session(browser).getBoolean("signedIn"));
  }

  @Test
  void whoHasTheVerifiedAddressOfAnAccountIsSignedIn() {
    Browser browser = browser();
    assertEquals("the college", session(browser).getString("provider"));
    assertEquals("/organiser", signIn(browser));
    assertEquals(EMAIL, session(browser).getString("email"));
    assertTrue(session(browser).getBoolean("owner"));
  }

  @Test
  void fromThenOnThePersonCountsAndNotTheAddress() {
    assertEquals("/organiser", signIn(browser()));
    provider.signIn("person-1", "another@plenary.example", false);
    Browser renamed = browser();
    assertEquals("/organiser", signIn(renamed));
    assertEquals(EMAIL, session(renamed).getString("email"));
    provider.signIn("person-2", EMAIL, true);
    Browser other = browser();
    refused("otherPerson", other, signIn(other));
  }

  @Test
  void signingOutEndsTheSessionHereAndOffersToEndThatAtTheProvider() {
    Browser browser = browser();
    signIn(browser);
    String cookie = browser.cookie();
    assertEquals(204, browser.delete("/api/v1/session").statusCode());
    HttpRequest.Builder again =
        HttpRequest.newBuilder(server.base().resolve("/api/v1/session")).header("cookie", cookie);
    assertFalse(new JsonObject(browser().send(again).body()).getBoolean("signedIn"));
    URI out = location(browser.get("/api/v1/provider/sign-out"));
    assertTrue(out.toString().startsWith(provider.issuer() + "/sign-out?"), out::toString);
    Map<String, String> asked = LoopbackProvider.query(out);
    assertEquals(LoopbackProvider.CLIENT, asked.get("client_id"));
    assertEquals(server.base() + "/organiser", asked.get("post_logout_redirect_uri"));
  }

  @Test
  void aProviderThatHangsOrIsAwayIsSaidAndPasswordsGoOn(@TempDir Path data) {
    Browser browser = browser();
    URI back = approved(begin(browser));
    provider.silent = true;
    refused("away", browser, ends(browser, back));
    LoopbackProvider gone = new LoopbackProvider();
    String issuer = gone.issuer();
    gone.close();
    try (TestServer alone =
        TestServer.start(
            data,
            "--oidc-issuer=" + issuer,
            "--oidc-client-id=" + LoopbackProvider.CLIENT,
            "--oidc-client-secret=" + LoopbackProvider.SECRET)) {
      Browser there = new Browser(alone.base()).setUp(alone.setupToken(), EMAIL, PASSWORD);
      assertEquals("127.0.0.1", session(there).getString("provider"));
      Browser other = new Browser(alone.base());
      HttpResponse<String> begun = other.get(BEGIN);
      refused("away", other, location(begun).toString());
      JsonObject typed = new JsonObject().put("email", EMAIL).put("password", PASSWORD);
      assertEquals(200, other.post("/api/v1/session", typed).statusCode());
    }
  }

  @Test
  void aWrongNonceIsNotBelieved() {
    provider.claims = claims -> claims.put("nonce", "of another attempt");
    Browser browser = browser();
    refused("unproven", browser, signIn(browser));
    provider.claims =
        claims -> {
          claims.remove("nonce");
          return claims;
        };
    refused("unproven", browser, signIn(browser));
  }

  @Test
  @DisplayName("a stolen code: worth nothing in another browser, nor a second time")
  void aStolenCode() {
    Browser owner = browser();
    URI back = approved(begin(owner));
    Map<String, String> stolen = LoopbackProvider.query(back);

    Browser thief = browser();
    refused("stale", thief, ends(thief, back));
    Map<String, String> own = LoopbackProvider.query(approved(begin(thief)));
    String mixed = "?code=" + stolen.get("code") + "&state=" + own.get("state");
    refused("refused", thief, ends(thief, server.base().resolve(back.getPath() + mixed)));

    Browser twice = browser();
    URI once = approved(begin(twice));
    Browser copy = new Browser(server.base());
    HttpResponse<String> first = twice.get(once.getRawPath() + "?" + once.getRawQuery());
    assertEquals("/organiser", location(first).toString());
    refused("stale", copy, ends(copy, once));
    assertEquals("/organiser#provider=stale", ends(twice, once), "the attempt is over");
  }

  @Test
  void whatIsForgedIsNoAttempt() {
    Browser browser = browser();
    URI back = approved(begin(browser));
    String otherState = back.getRawQuery().replaceAll("state=.", "state=_");
    refused(
        "stale", browser, ends(browser, server.base().resolve(back.getPath() + "?" + otherState)));
    Browser denied = browser();
    String state = LoopbackProvider.query(begin(denied)).get("state");
    String no = back.getPath() + "?error=access_denied&state=" + state;
    refused("refused", denied, ends(denied, server.base().resolve(no)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "HS256", "another"})
  void aTokenThatIsNotSignedByTheProviderIsNotBelieved(String signing) {
    provider.signing = signing;
    Browser browser = browser();
    refused("unproven", browser, signIn(browser));
  }

  @Test
  void aTokenForAnotherClientOrOfAnotherIssuerIsNotBelieved() {
    for (UnaryOperator<JsonObject> wrong :
        java.util.List.<UnaryOperator<JsonObject>>of(
            claims -> claims.put("aud", "somebody else"),
            claims -> claims.put("aud", JsonArray.of(LoopbackProvider.CLIENT, "somebody else")),
            claims -> claims.put("iss", "https://login.example.org"),
            claims -> claims.put("exp", 1_000_000_000L),
            claims -> claims.put("azp", "somebody else"))) {
      provider.claims = wrong;
      Browser browser = browser();
      refused("unproven", browser, signIn(browser));
    }
  }

  @Test
  void whoHasNoAccountOrNoVerifiedAddressIsToldSo() {
    provider.signIn("person-3", "nobody@plenary.example", true);
    Browser browser = browser();
    refused("unknown", browser, signIn(browser));
    provider.signIn("person-4", EMAIL, false);
    refused("unknown", browser, signIn(browser));
  }

  @Test
  void noSecretStandsInAnAddress() {
    Browser browser = browser();
    URI at = begin(browser);
    Map<String, String> asked = LoopbackProvider.query(at);
    assertFalse(at.toString().contains("secret"));
    assertNotEquals(asked.get("state"), asked.get("nonce"));
    assertEquals(server.base() + "/api/v1/provider/back", asked.get("redirect_uri"));
  }
}
