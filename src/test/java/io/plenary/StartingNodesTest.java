package io.plenary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.logs.LogLines;
import io.plenary.redis.embedded.TestRedis;
import io.plenary.transport.Browser;
import io.plenary.transport.contract.Nodes;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three servers that start on one Redis. */
class StartingNodesTest {
  private static final String EMAIL = "owner@plenary.example";
  private static final String PASSWORD = "a long enough passphrase 7";

  private static HttpResponse<String> setUp(TestServer at, String token) {
    JsonObject body =
        new JsonObject()
            .put("token", token)
            .put("name", "Owner")
            .put("email", EMAIL)
            .put("password", PASSWORD);
    return new Browser(at.base()).post("/api/v1/setup", body);
  }

  private static int events(TestServer server) {
    Browser owner = new Browser(server.base());
    JsonObject account = new JsonObject().put("email", EMAIL).put("password", PASSWORD);
    assertEquals(200, owner.post("/api/v1/session", account).statusCode());
    return new JsonObject(owner.get("/api/v1/events").body()).getJsonArray("events").size();
  }

  @Test
  @DisplayName("on an empty store at the same moment they make one example and print one link")
  void atOnce(@TempDir Path folder) {
    try (Nodes nodes = new Nodes(folder)) {
      List<TestServer> three = nodes.startAtOnce(3);
      assertEquals(1, three.stream().map(TestServer::code).distinct().count(), "one join code");
      Set<String> tokens = three.stream().map(TestServer::setupToken).collect(Collectors.toSet());
      assertEquals(1, tokens.size(), "one set-up link");
      String token = tokens.iterator().next();
      TestServer later = nodes.start();
      assertEquals(token, later.setupToken(), "one more start does not change it");

      assertEquals(403, setUp(later, token + "x").statusCode());
      List<Integer> answers =
          Stream.concat(three.stream(), Stream.of(later))
              .map(at -> CompletableFuture.supplyAsync(() -> setUp(at, token).statusCode()))
              .toList()
              .stream()
              .map(Waiting::result)
              .sorted()
              .toList();
      assertEquals(List.of(201, 403, 403, 403), answers, "it works once, wherever it is used");
      assertEquals(1, events(later));
      assertFalse(nodes.start().console().contains("#setup="), "there is an account");
      assertEquals(403, setUp(later, token).statusCode(), "nor does a start bring it back");
    }
  }

  @Test
  @DisplayName("they wait for a Redis that starts and loads, and say so")
  void whileRedisLoads(@TempDir Path folder) throws IOException {
    try (Nodes nodes = new Nodes(folder, "--key-load-delay", "1000"); // microseconds
        LogLines log = new LogLines()) {
      nodes.redis.call("EVAL for--[[]]i=1,6000--[[]]do--[[]]redis.call([[SET]],[[key]]..i,i)end 0");
      nodes.redis.kill();
      List<CompletableFuture<TestServer>> begun = Stream.generate(nodes::begin).limit(3).toList();
      Waiting.until(() -> log.with("The start waits for Redis").size() >= 3);
      CompletableFuture<Void> loaded = CompletableFuture.runAsync(() -> again(nodes.redis));
      begun.forEach(Waiting::result);
      Waiting.result(loaded);
      List<String> waited = log.with("waits for Redis");
      assertTrue(
          waited.stream().anyMatch(line -> line.contains("loading its data")), waited::toString);
    }
  }

  @Test
  @DisplayName("they wait for one that is a replica while another becomes the primary, and say so")
  void whileItIsAReplica(@TempDir Path folder) throws IOException {
    try (Nodes nodes = new Nodes(folder, "--replica-serve-stale-data", "no");
        LogLines log = new LogLines()) {
      nodes.redis.call("REPLICAOF 127.0.0.1 1");
      List<CompletableFuture<TestServer>> begun = Stream.generate(nodes::begin).limit(3).toList();
      Waiting.until(() -> log.with("The start waits for Redis").size() >= 3);
      TestRedis.pause(3_000);
      assertTrue(begun.stream().noneMatch(CompletableFuture::isDone));
      nodes.redis.call("REPLICAOF NO ONE");
      begun.forEach(Waiting::result);
      List<String> waited = log.with("waits for Redis");
      assertTrue(waited.stream().allMatch(line -> line.contains("replica")), waited::toString);
    }
  }

  private static void again(TestRedis redis) {
    try {
      redis.startAgain();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
