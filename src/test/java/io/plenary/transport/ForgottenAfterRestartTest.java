package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.TestServer;
import io.plenary.redis.Await;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that is stopped right after something was deleted makes its files forget it when it runs
 * again.
 */
class ForgottenAfterRestartTest {
  private static final String WORDS = "Canary hall";

  private static boolean held(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).anyMatch(ForgottenAfterRestartTest::holds);
    } catch (IOException | java.io.UncheckedIOException movedMeanwhile) {
      return true;
    }
  }

  private static boolean holds(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(WORDS);
    } catch (IOException gone) {
      return false;
    }
  }

  @Test
  void aDeletedEvent(@TempDir Path data) {
    try (TestServer server = TestServer.start(data)) {
      Browser owner =
          new Browser(server.base())
              .setUp(server.setupToken(), "owner@plenary.example", Conferences.PASSWORD);
      String event = Conferences.of(owner, WORDS);
      assertTrue(held(data), "the look can see");
      assertEquals(204, owner.delete("/api/v1/events/" + event).statusCode());
    }
    try (TestServer server = TestServer.start(data)) {
      Await.until(() -> !held(data));
      assertEquals(200, new Browser(server.base()).get("/health/ready").statusCode());
    }
  }
}
