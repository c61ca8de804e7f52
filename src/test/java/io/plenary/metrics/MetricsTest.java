package io.plenary.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.ExamplePoll;
import io.plenary.TestServer;
import io.plenary.Waiting;
import io.plenary.transport.Browser;
import io.plenary.transport.Talk;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.function.DoublePredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journey leaves its traces in the metrics, and nothing else does. */
class MetricsTest {
  private static final String[] STILL = {
    "plenary_votes_total{outcome=\"counted\"}",
    "plenary_votes_repeated_total",
    "plenary_vote_batch_size_sum",
    "plenary_joins_total{outcome=\"new\"}",
    "plenary_joins_total{outcome=\"unknownCode\"}",
    "plenary_connections{role=\"attendee\"}"
  };

  @Test
  void tellWhatHappened(@TempDir Path data) {
    try (TestServer server = TestServer.start(data)) {
      Browser tools = new Browser(server.management());
      String before = tools.get("/metrics").body();
      for (String meter : STILL) assertEquals(0, value(before, meter), meter);
      assertEquals(1, value(before, "plenary_store_up"));

      Browser pages = new Browser(server.base());
      JsonObject person = pages.join(server.code());
      assertEquals(
          404, pages.post("/api/v1/join", new JsonObject().put("code", "ZZZ 999")).statusCode());
      try (Talk remote = Talk.link(server.base(), server.link("remote"));
          Talk phone = Talk.attendee(server.base(), person)) {
        JsonObject vote = ExamplePoll.ballot(ExamplePoll.open(remote));
        phone.say(vote).hear("voteCounted");
        phone.say(vote).hear("voteCounted");
        remote.hear(
            m ->
                "tally".equals(m.getString("type"))
                    && m.getJsonObject("tally").getInteger("voted") == 1,
            "a tally with the vote");

        String after = tools.get("/metrics").body();
        assertEquals(2, value(after, "plenary_votes_total{outcome=\"counted\"}"));
        assertEquals(1, value(after, "plenary_votes_repeated_total"));
        assertEquals(2, value(after, "plenary_vote_batch_size_sum"));
        assertEquals(1, value(after, "plenary_joins_total{outcome=\"new\"}"));
        assertEquals(1, value(after, "plenary_joins_total{outcome=\"unknownCode\"}"));
        assertEquals(1, value(after, "plenary_connections{role=\"attendee\"}"));
        assertEquals(1, value(after, "plenary_connections{role=\"remote\"}"));
        assertEquals(2, value(after, "plenary_store_latency_seconds_count{call=\"cast_votes\"}"));
        assertTrue(
            value(after, "plenary_frames_out_total") >= 7,
            "welcome and snapshot twice, done, two receipts");
        assertTrue(value(after, "plenary_frames_out_size_bytes_total") > 1_000);
        assertEquals(0, value(after, "plenary_readers_dropped_total"));
        awaitValue(
            tools,
            "plenary_tick_lag_seconds_count",
            n -> n >= 1); // noted a moment after the frame went out
        awaitValue(
            tools, "plenary_event_loop_lag_seconds_count", n -> n >= 1); // looked at now and then
      }
      awaitValue(tools, "plenary_connections{role=\"attendee\"}", n -> n == 0);
    }
  }

  @Test
  void aTakenPortIsNotFatal(@TempDir Path one, @TempDir Path two) {
    try (TestServer first = TestServer.start(one);
        TestServer second =
            TestServer.start(two, "--management-port=" + first.management().getPort())) {
      assertEquals(200, new Browser(first.management()).get("/health/ready").statusCode());
      assertEquals(200, new Browser(second.base()).get("/health/ready").statusCode());
    }
  }

  @Test
  void answersOnlyWhatItHas(@TempDir Path data) {
    try (TestServer server = TestServer.start(data)) {
      Browser tools = new Browser(server.management());
      assertEquals(200, tools.get("/health/live").statusCode());
      assertEquals(404, tools.get("/api/v1/session").statusCode());
      assertEquals(405, tools.post("/metrics", new JsonObject()).statusCode());
      assertEquals(
          404, new Browser(server.base()).get("/metrics").statusCode(), "not where phones get");
    }
  }

  private static void awaitValue(Browser tools, String meter, DoublePredicate wanted) {
    Waiting.until(() -> meter, () -> wanted.test(value(tools.get("/metrics").body(), meter)));
  }

  private static double value(String metrics, String meter) {
    Matcher matcher =
        Pattern.compile("^" + Pattern.quote(meter) + " (\\S+)$", Pattern.MULTILINE)
            .matcher(metrics);
    assertTrue(matcher.find(), () -> "no " + meter + " in\n" + metrics);
    return Double.parseDouble(matcher.group(1));
  }
}
