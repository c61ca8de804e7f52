package io.plenary;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.logs.LogLines;
import io.plenary.redis.embedded.TestRedis;
import io.plenary.transport.contract.Nodes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three servers that start on one Redis. */
class StartingNodesTest {
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
