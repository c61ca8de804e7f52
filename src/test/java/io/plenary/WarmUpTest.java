package io.plenary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plenary.anonymity.EmbeddedStore;
import io.plenary.redis.Await;
import io.plenary.redis.embedded.TestRedis;
import io.plenary.transport.Browser;
import io.plenary.transport.Talk;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server plays to itself, and nobody can tell afterwards; it does not while somebody is there.
 */
class WarmUpTest {
  private static final String COUNTED =
      "plenary_votes_total\\{outcome=\"counted\"[^}]*\\} ([0-9.]+)";

  @Test
  void phonesJoinVoteAndLeaveNothing(@TempDir Path data) throws IOException {
    try (TestServer server = TestServer.start(data, "--warm-up");
        EmbeddedStore store = new EmbeddedStore(data)) {
      Browser organiser =
          new Browser(server.base())
              .setUp(
                  server.setupToken(), "organiser@plenary.example", "a long enough passphrase 7");
      Await.until(() -> value(server, COUNTED) > 0);
      assertEquals(1, events(organiser).size(), "the example alone, while it plays");
      Await.until(
          () ->
              !store.holds("rehearsal")
                  && value(server, "plenary_connections\\{[^}]*\\} ([0-9.]+)") == 0);
      assertEquals(1, events(organiser).size());
    }
  }

  @Test
  void whoIsThereIsNotDisturbed(@TempDir Path data) {
    try (TestServer server = TestServer.start(data, "--warm-up")) {
      long ready = System.nanoTime();
      Browser phone = new Browser(server.base());
      JsonObject joined =
          new JsonObject(
              phone.post("/api/v1/join", new JsonObject().put("code", server.code())).body());
      Talk talk = Talk.attendee(server.base(), joined);
      talk.hear("attendeeSnapshot");
      Assumptions.assumeTrue(
          System.nanoTime() - ready < 2_000_000_000L,
          "on a machine as busy as this the warm-up may have begun before the phone came");
      TestRedis.pause(6_000);
      assertEquals(0, value(server, COUNTED));
      talk.close();
    }
  }

  private static JsonArray events(Browser organiser) {
    return new JsonObject(organiser.get("/api/v1/events").body()).getJsonArray("events");
  }

  /** The largest value of a metric; 0 when there is none. */
  private static double value(TestServer server, String pattern) {
    try {
      HttpRequest ask = HttpRequest.newBuilder(server.management().resolve("/metrics")).build();
      Matcher found =
          Pattern.compile(pattern)
              .matcher(
                  HttpClient.newHttpClient()
                      .send(ask, HttpResponse.BodyHandlers.ofString())
                      .body());
      double most = 0;
      while (found.find()) most = Math.max(most, Double.parseDouble(found.group(1)));
      return most;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
