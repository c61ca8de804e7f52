package io.plenary.redis.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other versions are played by the built-in server behind a script that tells another version. */
class ServerChoiceTest {
  @TempDir Path temp;
  private Path home;
  private Path place;

  @BeforeEach
  void folders() throws IOException {
    home = temp.resolve("data");
    place = Files.createDirectory(temp.resolve("bin"));
  }

  @Test
  @DisplayName("O13: the built-in server is taken and written down when nothing is said")
  void theBuiltInOneIsTaken() throws IOException {
    EmbeddedRedis.start(home, null).close();
    assertEquals(
        List.of("server=built-in", "version=" + RedisBinary.VERSION), lines().subList(1, 3));
  }

  @Test
  @DisplayName("O13: a server of the machine is kept once it was chosen")
  void aChoiceIsKept() throws IOException {
    Path newer = server("redis-server", "Redis", "8.2.1");
    EmbeddedRedis.start(home, newer.toString()).close();
    assertEquals(
        List.of("server=" + newer, "version=redis 8.2.1"), lines().subList(1, 3), "written down");
    EmbeddedRedis.start(home, null).close();
    assertTrue(Files.readString(temp.resolve("started")).lines().count() >= 2, "started again");
  }

  @Test
  @DisplayName("O13: going back to an older server is refused with words")
  void goingBackIsRefused() throws IOException {
    Path newer = server("redis-server", "Redis", "8.2.1");
    EmbeddedRedis.start(home, newer.toString()).close();
    String told = refusal("built-in");
    for (String words :
        List.of(
            home.toString(),
            "redis 8.2.1",
            newer.toString(),
            RedisBinary.VERSION,
            "--redis-server=" + newer,
            "back-up")) {
      assertTrue(told.contains(words), words + " is missing in: " + told);
    }
    server("redis-server", "Redis", "8.2.0");
    assertTrue(refusal(null).contains("redis 8.2.0"), "the same program, made older");
    assertEquals("version=redis 8.2.1", lines().get(2), "what is refused changes nothing");
    Files.delete(newer);
    assertTrue(refusal(null).contains("Install it again"), "a program that is gone");
  }

  @Test
  @DisplayName("O13: newest takes the newest that reads the folder's files")
  void newestTakesTheNewest() throws IOException {
    Path redis = server("redis-server", "Redis", "7.2.4");
    Path valkey = server("valkey-server", "Valkey", "8.1.1");
    List<Path> places = List.of(place);
    assertEquals(
        valkey, ServerChoice.of(home, ServerChoice.NEWEST, places).executable(), "a new folder");
    Files.createDirectories(home);
    new ServerNote(home)
        .write(
            new ServerNote.Used(
                redis.toString(), ServerVersion.noted("redis 7.4.0").orElseThrow()));
    server("redis-server", "Redis", "7.4.2");
    assertEquals(
        redis,
        ServerChoice.of(home, ServerChoice.NEWEST, places).executable(),
        "Valkey does not read files of Redis 7.4");
    assertEquals(
        ServerChoice.BUILT_IN,
        ServerChoice.of(temp.resolve("other"), ServerChoice.NEWEST, List.of()).used().server(),
        "a machine without one");
    Files.delete(valkey);
    server("redis-server", "Redis", "7.0.15");
    assertEquals(
        redis,
        ServerChoice.of(temp.resolve("third"), ServerChoice.NEWEST, places).executable(),
        "distributions mend theirs without another number");
  }

  @Test
  @DisplayName("O13: a server that is too old, or none, is refused with words")
  void whatIsNoServerIsRefused() throws IOException {
    assertTrue(refusal(server("redis-server", "Redis", "6.2.14").toString()).contains("too old"));
    assertTrue(refusal("/bin/echo").contains("is no redis-server"));
    assertTrue(refusal(temp.resolve("nothing").toString()).contains("There is no program"));
    assertFalse(Files.exists(home.resolve("redis-server")), "nothing is written down");
  }

  @Test
  @DisplayName("O13: a server that ends at once is reported, and not written down")
  void whatEndsAtOnceIsReported() throws IOException {
    Path broken = server("redis-server", "Redis", "8.2.1");
    Files.writeString(broken, Files.readString(broken).replaceAll("exec '.*", "exit 3"));
    assertTrue(refusal(broken.toString()).contains("ended at once"));
    assertFalse(Files.exists(home.resolve("redis-server")));
    EmbeddedRedis.start(home, null).close();
  }

  @Test
  @DisplayName("O13: a folder that cannot take the note starts all the same")
  void withoutANoteItStarts() throws IOException {
    Files.createDirectories(home.resolve("redis-server.part").resolve("in the way"));
    EmbeddedRedis.start(home, null).close();
    assertFalse(Files.exists(home.resolve("redis-server")));
  }

  @Test
  @DisplayName("O13: who starts anew may take any server")
  void startingAnewForgetsTheChoice() throws IOException {
    EmbeddedRedis.start(home, server("redis-server", "Redis", "8.2.1").toString()).close();
    try (DataFolder data = DataFolder.open(home)) {
      assertEquals(
          1,
          data.putAside(Instant.now()).stream()
              .filter(p -> p.getFileName().toString().startsWith("redis-server.before-"))
              .count());
    }
    EmbeddedRedis.start(home, "built-in").close();
  }

  @Test
  @DisplayName("O13: a real server of this machine takes over the files of the built-in one")
  void aRealOneTakesOver() throws IOException {
    ServerChoice choice = ServerChoice.of(home, ServerChoice.NEWEST);
    assumeTrue(!choice.used().server().equals(ServerChoice.BUILT_IN), "this machine has none");
    EmbeddedRedis.start(home, null).close();
    EmbeddedRedis.start(home, ServerChoice.NEWEST).close();
    assertTrue(lines().contains("server=" + choice.executable()));
    if (choice.used().version().compareTo(builtIn()) > 0) {
      assertTrue(refusal("built-in").contains(choice.used().version().toString()));
    }
  }

  private static ServerVersion builtIn() {
    return ServerVersion.noted(RedisBinary.VERSION).orElseThrow();
  }

  private String refusal(String server) {
    return assertThrows(StoreStartException.class, () -> EmbeddedRedis.start(home, server))
        .getMessage();
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(home.resolve("redis-server"));
  }

  private Path server(String name, String product, String version) throws IOException {
    Path file = place.resolve(name);
    String text =
        """
        #!/bin/sh
        [ "$1" = --version ] && { echo '%s server v=%s sha=00000000:0 malloc=libc bits=64'; exit; }
        echo started >> '%s'
        exec '%s' "$@"
        """
            .formatted(
                product,
                version,
                temp.resolve("started"),
                RedisBinary.unpack(temp.resolve("built-in")));
    Files.writeString(file, text);
    OwnFiles.executable(file);
    return file;
  }
}
