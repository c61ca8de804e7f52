package io.plenary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.transport.Browser;
import io.plenary.transport.Talk;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The scripts of src/deploy/backup, against a server that runs: back-up, restore, the same counts.
 */
class BackUpTest {
  private static final Path SCRIPTS = Path.of("src/deploy/backup").toAbsolutePath();

  @TempDir Path folder;

  @Test
  @DisplayName(
      "a back-up that is made while the server runs restores into an empty folder, with the same"
          + " counts")
  void backedUpAndRestored() throws Exception {
    Path data = folder.resolve("data");
    Path backups = folder.resolve("backups");
    JsonObject person;
    JsonObject counted;
    Path copy;
    try (TestServer server = TestServer.start(data)) {
      person = new Browser(server.base()).join(server.code());
      counted = ExamplePoll.vote(server, person);
      String said = told(0, "back-up.sh", data, backups);
      assertTrue(said.contains("Back-up: " + backups), said);
      try (Stream<Path> made = Files.list(backups)) {
        List<Path> all = made.toList();
        assertEquals(1, all.size(), () -> "" + all);
        copy = all.get(0);
      }
      String inUse = told(1, "restore.sh", copy, data);
      assertTrue(inUse.contains("Stop it first"), inUse);
    }
    Path restored = folder.resolve("restored");
    told(0, "restore.sh", copy, restored);
    same(restored, person, counted);

    String over = told(0, "restore.sh", copy, data);
    assertTrue(over.contains("is kept in"), over);
    same(data, person, counted);
    assertTrue(told(1, "restore.sh", folder, data).contains("is no back-up"));
  }

  /** The phone that voted is the same person, its vote is there, and counts once. */
  private static void same(Path data, JsonObject person, JsonObject counted) {
    try (TestServer server = TestServer.start(data, "--example=false");
        Talk remote = Talk.link(server.base(), server.link("remote"));
        Talk phone = Talk.attendee(server.base(), person)) {
      JsonObject poll = ExamplePoll.first(remote);
      phone.hear("attendeeSnapshot");
      assertEquals(
          counted.getString("receipt"),
          phone.say(ExamplePoll.ballot(poll)).hear("voteCounted").getString("receipt"));
      assertEquals(1, poll.getJsonObject("tally").getInteger("voted"), poll::encode);
    }
  }

  /** What the script prints. The server's own command stands in for that of the archive. */
  private String told(int code, String script, Path... paths) throws Exception {
    Path plenary = folder.resolve("plenary");
    if (!Files.exists(plenary)) {
      Files.writeString(
          plenary,
          "#!/bin/sh\nexec '%s' -XX:TieredStopAtLevel=1 -cp '%s' io.plenary.Main \"$@\"\n"
              .formatted(
                  Path.of(System.getProperty("java.home"), "bin", "java"),
                  System.getProperty("java.class.path")));
      assertTrue(plenary.toFile().setExecutable(true));
    }
    ProcessBuilder builder =
        new ProcessBuilder(
            Stream.concat(
                    Stream.of("sh", SCRIPTS.resolve(script).toString()),
                    Stream.of(paths).map(Path::toString))
                .toList());
    builder.environment().put("PLENARY", plenary.toString());
    builder.environment().remove("REDIS_URL");
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(code, process.waitFor(), said);
    return said;
  }
}
