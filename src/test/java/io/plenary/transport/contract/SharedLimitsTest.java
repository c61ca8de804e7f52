package io.plenary.transport.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.TestServer;
import io.plenary.Waiting;
import io.plenary.redis.embedded.TestRedis;
import io.plenary.transport.Browser;
import io.plenary.transport.Talk;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What may be tried is no more at three nodes than at one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedLimitsTest {
  private static final long PERIOD_NANOS = 5_000_000_000L;
  private ThreeNodes nodes;

  @BeforeAll
  void start(@TempDir Path folder) {
    nodes = new ThreeNodes(folder);
  }

  @AfterAll
  void stop() {
    nodes.close();
  }

  private static int signIn(TestServer at, String email) {
    JsonObject body = new JsonObject().put("email", email).put("password", "a wrong passphrase 1");
    return new Browser(at.base()).post("/api/v1/session", body).statusCode();
  }

  private static int join(TestServer at) {
    JsonObject body = new JsonObject().put("code", "ZZZ222");
    return new Browser(at.base()).post("/api/v1/join", body).statusCode();
  }

  /** Ten at once are free, whatever the node; a few more until nodes have told each other. */
  @Test
  void wrongPasswordsOfOneAccount() {
    int checked = 0;
    for (int i = 0; i < 60; i++) {
      if (signIn(nodes.all.get(i % 3), TwoNodes.EMAIL) == 401) checked++;
    }
    assertTrue(checked >= 10 && checked < 20, checked + " of 30 that three would let through");
    assertEquals(401, signIn(nodes.there, "somebody.else@plenary.example"), "another account");
  }

  /** Twenty of one address are free, and each further one waits twice as long. */
  @Test
  void wrongCodesOfOneAddress() throws IOException {
    long before = nodes.redis.calls("publish");
    long from = System.nanoTime();
    int told = 0;
    int tried = 0;
    while (System.nanoTime() - from < PERIOD_NANOS) {
      if (join(nodes.all.get(tried++ % 3)) == 404) told++;
    }
    double seconds = (System.nanoTime() - from) / 1e9;
    assertTrue(told >= 20 && told < 45, told + " of 60 that three would tell");
    long said = nodes.redis.calls("publish") - before;
    assertTrue(said < 20 + 3 * 22 * seconds, said + " messages in " + seconds + " s");
  }

  private static long open(List<Talk> talks) {
    return talks.stream().filter(Talk::isOpen).count();
  }

  /** Eight at once, whatever the node; the one that came last is let in. */
  @Test
  void pagesOfOnePerson() {
    JsonObject person = new Browser(nodes.here.base()).join(nodes.here.code());
    List<Talk> pages = new ArrayList<>();
    for (int i = 0; i < 18; i++) {
      Talk page = Talk.attendee(nodes.all.get(i / 6).base(), person);
      page.hear("attendeeSnapshot");
      pages.add(page);
    }
    Waiting.until(() -> open(pages) + " are open", () -> open(pages) <= 8);
    TestRedis.pause(1_500);
    assertTrue(open(pages) <= 8 && open(pages) >= 6, open(pages) + " are open");
    assertTrue(pages.get(17).isOpen());
    pages.forEach(Talk::close);
  }
}
