package io.plenary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.plenary.anonymity.EmbeddedStore;
import io.plenary.redis.Await;
import io.plenary.redis.embedded.TestRedis;
import io.plenary.transport.Browser;
import io.plenary.transport.Talk;
import io.plenary.transport.contract.Nodes;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
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

  /** All keys of the store but those that every server keeps while it works. */
  private static Set<String> keys(Nodes nodes) {
    return nodes.redis.keys().stream()
        .filter(key -> !Set.of("plenary:nodes", "plenary:test", "plenary:example").contains(key))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean plays(Nodes nodes) {
    return keys(nodes).stream().anyMatch(key -> key.contains("rehearsal"));
  }

  @Test
  @DisplayName("three servers that start play each its own event, and leave nothing in the store")
  void threeAtOnce(@TempDir Path folder) {
    try (Nodes nodes = new Nodes(folder)) {
      nodes.start();
      Set<String> before = keys(nodes);
      long rewrites = nodes.redis.number("persistence", "aof_rewrites");
      List<TestServer> three = nodes.startAtOnce(3, "--warm-up");
      Set<String> played = new TreeSet<>();
      Waiting.until(
          () -> {
            keys(nodes).stream()
                .filter(key -> key.matches("plenary:\\{rehearsal.*}:state"))
                .forEach(played::add);
            return three.stream().allMatch(server -> value(server, COUNTED) > 0);
          });
      Waiting.until(() -> !plays(nodes));
      assertEquals(3, played.size(), played::toString);
      // That other keys were told of an event is noted last.
      Waiting.until(() -> !keys(nodes).contains("plenary:unsettled"));
      assertEquals(before, keys(nodes));
      assertEquals(rewrites, nodes.redis.number("persistence", "aof_rewrites"), "of the files");
    }
  }

  @Test
  @DisplayName("nothing is played while somebody is at another server")
  void notWhileSomebodyIsAtAnother(@TempDir Path folder) {
    try (Nodes nodes = new Nodes(folder)) {
      TestServer first = nodes.start();
      Talk talk = Talk.attendee(first.base(), new Browser(first.base()).join(first.code()));
      talk.hear("attendeeSnapshot");
      List<TestServer> two = nodes.startAtOnce(2, "--warm-up");
      TestRedis.pause(6_000);
      two.forEach(server -> assertEquals(0, value(server, COUNTED)));
      assertFalse(plays(nodes));
      talk.close();
    }
  }

  @Test
  @DisplayName("what a server was playing when it was killed is deleted by another")
  void whatAKilledOneLeft(@TempDir Path folder) throws IOException {
    try (Nodes nodes = new Nodes(folder)) {
      nodes.start();
      nodes.redis.call("HSET plenary:{rehearsalabc}:state event x code 222222");
      nodes.redis.call("HSET plenary:nodes node:abc \"1 0 1 poll\"");
      Waiting.until(() -> !plays(nodes));
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
