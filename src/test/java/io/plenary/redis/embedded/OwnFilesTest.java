package io.plenary.redis.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.logs.LogLines;
import io.plenary.redis.Await;
import io.plenary.redis.LinkOptions;
import io.plenary.redis.RedisLink;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnFilesTest {
  private final Vertx vertx = Vertx.vertx();
  @TempDir Path temp;

  @AfterEach
  void stop() {
    Await.result(vertx.close());
  }

  /** Starts, stores, makes the files of the store anew; then looks while it runs. */
  private Set<String> openAfterUse(Path folder) throws IOException {
    try (EmbeddedRedis redis = EmbeddedRedis.start(folder, null)) {
      RedisLink link =
          RedisLink.open(
              vertx, vertx.getOrCreateContext(), redis.address(), LinkOptions.defaults());
      Await.result(link.ready());
      for (int i = 0; i < 20; i++) {
        Await.result(link.send(Command.HSET, "ballots", "voter" + i, "choice"));
      }
      Await.result(link.send(Command.BGREWRITEAOF));
      Await.until(
          () -> {
            String files = Await.result(link.send(Command.INFO, "persistence")).toString();
            return files.contains("aof_rewrite_in_progress:0")
                && files.contains("aof_rewrite_scheduled:0");
          });
      Await.result(link.close());
      return open(folder);
    }
  }

  /** What group or others may do anything with, with the permissions. */
  private static Set<String> open(Path folder) throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.toList()) {
        try {
          String rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
          if (!rights.endsWith("------")) found.add(rights + " " + path);
        } catch (NoSuchFileException old) {
          // Redis deletes the files that were made anew behind our back
        }
      }
    }
    return found;
  }

  private static List<Path> everything(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return new ArrayList<>(all.toList());
    }
  }

  @Test
  @DisplayName("O18 nobody else can open anything of a new data folder, while it is used and after")
  void fresh() throws IOException {
    Path folder = temp.resolve("made/on the way");
    assertEquals(Set.of(), openAfterUse(folder));
    assertEquals(Set.of(), open(temp.resolve("made")));
    assertTrue(everything(folder).size() > 8, "there was something to look at");
  }

  @Test
  @DisplayName(
      "O18 a data folder that others could read is tightened, and the log says so; the second start"
          + " has nothing to say")
  void tightened() throws IOException {
    Path folder = temp.resolve("data");
    EmbeddedRedis.start(folder, null).close();
    Path elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), elsewhere);
    Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("rwxr-xr-x"));
    for (Path path : everything(folder)) {
      if (path.equals(link)) continue;
      Files.setPosixFilePermissions(
          path,
          PosixFilePermissions.fromString(
              Files.isDirectory(path) || Files.isExecutable(path) ? "rwxr-xr-x" : "rw-r--r--"));
    }
    try (LogLines log = new LogLines()) {
      assertEquals(Set.of("rwxr-xr-x " + link), openAfterUse(folder), "links lead elsewhere");
      assertEquals(1, log.with("files and folders were open to them, and are not any more").size());
      assertEquals(Set.of("rwxr-xr-x " + link), openAfterUse(folder));
      assertEquals(1, log.with("data folder").size(), "there is nothing to say the second time");
    }
  }

  @Test
  @DisplayName(
      "O18 the server's own notes are nobody else's either, so a second start has nothing to say")
  void notes() throws IOException {
    Path folder = temp.resolve("beside a Redis of one's own");
    new InstallationNote(folder).write("mark");
    new Losses(folder).add(new Losses.Loss(Instant.EPOCH, 7));
    Path file = Files.writeString(folder.resolve("incr.aof"), "whole and half");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    AofFolder.cut(file, 5, Instant.EPOCH);
    assertEquals(4, everything(folder).stream().filter(Files::isRegularFile).count());
    assertEquals(Set.of(), open(folder));
  }

  @Test
  @DisplayName(
      "O18 an empty folder of an operator is tightened; one that holds other things stays, and what"
          + " is written into it is private")
  void others() throws IOException {
    Path empty =
        Files.createDirectory(
            temp.resolve("empty"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    assertEquals(Set.of(), openAfterUse(empty));
    Path shared = Files.createDirectory(temp.resolve("shared"));
    Path other = Files.writeString(shared.resolve("letter.txt"), "not ours");
    for (Path path : List.of(shared, other)) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    try (LogLines log = new LogLines()) {
      assertEquals(
          new TreeSet<>(Set.of("rwxr-xr-x " + shared, "rwxr-xr-x " + other)), openAfterUse(shared));
      assertEquals(1, log.with("holds other things").size());
    }
  }
}
