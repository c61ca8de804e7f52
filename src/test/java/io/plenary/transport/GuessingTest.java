package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.TestServer;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One address, two thousand honest phones and one guesser: the guesser is slowed down, and no phone
 * notices.
 */
class GuessingTest {
  private static final int PHONES = 2_000;

  @Test
  void wrongCodesSlowDownOnlyWhoGuesses(@TempDir Path data) throws Exception {
    try (TestServer server = TestServer.start(data)) {
      AtomicBoolean done = new AtomicBoolean();
      ExecutorService hall = Executors.newFixedThreadPool(9);
      try {
        Future<int[]> guesser = hall.submit(() -> guess(new Browser(server.base()), done));
        List<Future<Integer>> phones = new ArrayList<>();
        for (int line = 0; line < 8; line++) {
          phones.add(
              hall.submit(
                  () -> {
                    Browser phone = new Browser(server.base());
                    for (int i = 0; i < PHONES / 8; i++) {
                      phone.join(server.code()); // fails when it is not let in
                    }
                    return PHONES / 8;
                  }));
        }
        int joined = 0;
        for (Future<Integer> line : phones) joined += line.get();
        done.set(true);
        assertEquals(PHONES, joined);
        int[] answers = guesser.get();
        assertTrue(answers[0] >= 20 && answers[0] < 40, "answered guesses: " + answers[0]);
        assertTrue(answers[1] > 20, "slowed down: " + answers[1]);
        // A person who mistyped is told to wait, and with the right code gets in at once.
        // Time gives guesses back, so that one may be let in again first.
        HttpResponse<String> wrong = wrong(server);
        for (int i = 0; i < 20 && wrong.statusCode() == 404; i++) wrong = wrong(server);
        assertEquals(429, wrong.statusCode());
        assertEquals("slowDown", new JsonObject(wrong.body()).getString("code"));
        assertTrue(Integer.parseInt(wrong.headers().firstValue("retry-after").orElseThrow()) >= 1);
        new Browser(server.base()).join(server.code());
      } finally {
        done.set(true);
        hall.shutdownNow();
      }
    }
  }

  private static HttpResponse<String> wrong(TestServer server) {
    return new Browser(server.base()).post("/api/v1/join", new JsonObject().put("code", "222 222"));
  }

  /**
   * @return how often 404, how often 429
   */
  private static int[] guess(Browser browser, AtomicBoolean done) {
    int[] answers = new int[2];
    for (int i = 0; i < 100_000 && (!done.get() || i < 100); i++) {
      String code = "%03d".formatted(i % 1_000).replace('0', 'X').replace('1', 'Y') + "ZZ9";
      int status = browser.post("/api/v1/join", new JsonObject().put("code", code)).statusCode();
      assertTrue(status == 404 || status == 429, "status " + status);
      answers[status == 404 ? 0 : 1]++;
    }
    return answers;
  }

  @Test
  void wrongLinksAreAnsweredLaterAndLater(@TempDir Path data) {
    try (TestServer server = TestServer.start(data)) {
      URI stage = server.link("stage");
      URI guess = URI.create(stage.toString().replaceAll("#.*", "#" + "A".repeat(22)));
      for (int i = 0; i < 20; i++) {
        try (Talk talk = Talk.link(server.base(), guess)) {
          assertEquals(4003, talk.closedWith());
        }
      }
      long start = System.nanoTime();
      try (Talk talk = Talk.link(server.base(), guess);
          Talk honest = Talk.link(server.base(), stage)) {
        honest.hear("stageSnapshot");
        assertEquals(4003, talk.closedWith());
        assertTrue(System.nanoTime() - start > 500_000_000L, "held back");
      }
      try (Talk phone =
          Talk.attendee(server.base(), new Browser(server.base()).join(server.code()))) {
        phone.hear("attendeeSnapshot");
      }
    }
  }
}
