package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.TestServer;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Strangers try passwords as fast as they can, behind a proxy that says where they are. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SignInUnderAttackTest {
  private static final String EMAIL = "owner@plenary.example";
  private static final String VENUE = "203.0.113.7";
  private static final int GUESSES = 60;
  private TestServer server;
  private Browser device;

  @BeforeAll
  void start(@TempDir Path data) {
    server = TestServer.start(data, "--trust-proxy");
    device =
        new Browser(server.base())
            .setUp(server.setupToken(), EMAIL, Conferences.PASSWORD)
            .deviceAlone();
  }

  @AfterAll
  void end() {
    server.close();
  }

  private static HttpResponse<String> signIn(
      Browser browser, String email, String password, String from) {
    String body = new JsonObject().put("email", email).put("password", password).encode();
    return browser.send(
        browser.post("/api/v1/session", "application/json", body).header("x-forwarded-for", from));
  }

  /** How many of the guesses were checked, while the owner signs in again and again. */
  private int flood(IntFunction<String> email, IntFunction<String> address) throws Exception {
    AtomicInteger next = new AtomicInteger();
    AtomicInteger checked = new AtomicInteger();
    ExecutorService attackers = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int line = 0; line < 4; line++) {
        all.add(
            attackers.submit(
                () -> {
                  Browser stranger = new Browser(server.base());
                  for (int i = next.getAndIncrement(); i < GUESSES; i = next.getAndIncrement()) {
                    int status =
                        signIn(stranger, email.apply(i), "a wrong password", address.apply(i))
                            .statusCode();
                    assertTrue(status == 401 || status == 429, "status " + status);
                    if (status == 401) checked.incrementAndGet();
                  }
                }));
      }
      int times = 0;
      while (times < 3 || !all.stream().allMatch(Future::isDone)) {
        assertEquals(
            200,
            signIn(device.deviceAlone(), EMAIL, Conferences.PASSWORD, VENUE).statusCode(),
            "a device that signed in before");
        if (++times >= 6) break; // it may not for ever, either
      }
      for (Future<?> line : all) line.get();
      return checked.get();
    } finally {
      attackers.shutdownNow();
    }
  }

  @Test
  @Order(1)
  @DisplayName("O2 guesses from elsewhere, from the venue and from 500 addresses: a known device")
  void o2_knownDeviceSignsIn() throws Exception {
    int elsewhere = flood(i -> EMAIL, i -> "198.51.100.1");
    int venue = flood(i -> EMAIL, i -> VENUE);
    int everywhere = flood(i -> EMAIL, i -> "198.51." + i / 250 + "." + i % 250);
    assertTrue(elsewhere + venue + everywhere <= 30, elsewhere + " " + venue + " " + everywhere);
  }

  @Test
  @Order(2)
  @DisplayName(
      "O2 beyond the budget the answer says what to do, and not whether there is an account")
  void o2_whatToDo() {
    JsonObject owner = null;
    for (String email : List.of(EMAIL, "nobody@plenary.example")) {
      HttpResponse<String> answer = null;
      for (int i = 0; i < 12; i++) {
        answer =
            signIn(new Browser(server.base()), email, Conferences.PASSWORD + i, "192.0.2." + i);
      }
      assertEquals(429, answer.statusCode());
      int wait = Integer.parseInt(answer.headers().firstValue("retry-after").orElseThrow());
      assertTrue(wait > 1 && wait <= 180, "retry-after " + wait);
      JsonObject body = new JsonObject(answer.body());
      assertEquals("slowDown", body.getString("code"));
      assertTrue(body.getString("message").contains("plenary sign-in-link EMAIL"), body.encode());
      if (owner == null) owner = body;
      assertEquals(owner, body);
    }
  }

  @Test
  @Order(3)
  @DisplayName("O2 the device cookie alone opens nothing and is not told to scripts")
  void o2_cookieAlone() {
    Browser alone = device.deviceAlone();
    assertEquals(401, alone.get("/api/v1/events").statusCode());
    HttpResponse<String> in = signIn(alone, EMAIL, Conferences.PASSWORD, VENUE);
    assertEquals(200, in.statusCode());
    assertTrue(
        in.headers().allValues("set-cookie").get(0).startsWith("plenary_session="),
        "for clients that read one cookie");
    String set =
        in.headers().allValues("set-cookie").stream()
            .filter(header -> header.startsWith("plenary_this_device="))
            .findFirst()
            .orElseThrow();
    assertTrue(set.contains("HTTPOnly") && set.contains("SameSite=Strict"), set);
    assertTrue(set.contains("Path=/api/v1"), set);
  }
}
