package io.plenary.redis.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy that is made while Redis writes holds everything that was answered before it began. */
class LiveCopyTest {
  private static final int COPIES = 6;

  @TempDir Path temp;
  private Path home;

  @BeforeEach
  void folder() {
    home = temp.resolve("data");
  }

  @Test
  @DisplayName(
      "copies under load, with the files made anew meanwhile, lose nothing and start as whole")
  void copiesUnderLoadAreWhole() throws Exception {
    AtomicLong answered = new AtomicLong();
    AtomicBoolean enough = new AtomicBoolean();
    long[] before = new long[COPIES];
    try (EmbeddedRedis redis = EmbeddedRedis.start(home, null)) {
      CompletableFuture<Void> writer =
          CompletableFuture.runAsync(() -> write(redis, answered, enough));
      for (int i = 0; i < COPIES; i++) {
        long from = answered.get();
        while (answered.get() < from + 200 && !writer.isDone()) Thread.onSpinWait();
        before[i] = answered.get();
        LiveCopy.make(home, temp.resolve("copy" + i));
      }
      enough.set(true);
      writer.get();
    }
    for (int i = 0; i < COPIES; i++) {
      Path copy = temp.resolve("copy" + i);
      try (EmbeddedRedis redis = EmbeddedRedis.start(copy, null);
          Line line = new Line(redis)) {
        long kept = line.number("GET last");
        assertTrue(kept >= before[i], "copy " + i + ": " + kept + " of " + before[i]);
        assertEquals(kept, line.number("GET pair"), "what is written together is there together");
      }
      assertEquals(List.of(), new Losses(copy).all(), "nothing that was confirmed is missing");
    }
  }

  @Test
  @DisplayName("a copy holds the notes of the folder, and is nobody else's business")
  void notesAreCopied() throws IOException {
    EmbeddedRedis.start(home, null).close();
    new InstallationNote(home).write("mark");
    Path copy = temp.resolve("copies").resolve("one");
    LiveCopy.make(home, copy);
    assertEquals("mark", new InstallationNote(copy).read().orElseThrow());
    assertEquals(
        Files.readString(home.resolve("redis-server")),
        Files.readString(copy.resolve("redis-server")));
    try (var all = Files.walk(copy)) {
      for (Path file : all.toList()) {
        String modes = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        assertTrue(modes.endsWith("------"), file + " " + modes);
      }
    }
  }

  @Test
  @DisplayName("what cannot be copied, or nowhere to, is refused with words")
  void refusals() throws IOException {
    assertTrue(refusal(temp.resolve("copy")).contains("There is no store in " + home));
    EmbeddedRedis.start(home, null).close();
    Path full = Files.createDirectories(temp.resolve("full"));
    Files.writeString(full.resolve("file"), "");
    assertTrue(refusal(full).contains("is not empty"));
    assertTrue(refusal(home.resolve("copy")).contains("within the data folder"));
  }

  private String refusal(Path to) {
    return assertThrows(StoreStartException.class, () -> LiveCopy.make(home, to)).getMessage();
  }

  /** Two keys at once, and the files made anew every hundred. */
  private static void write(EmbeddedRedis redis, AtomicLong answered, AtomicBoolean enough) {
    try (Line line = new Line(redis)) {
      for (long n = 1; !enough.get(); n++) {
        line.ask("MULTI");
        line.ask("SET last " + n);
        line.ask("SET pair " + n);
        line.send("EXEC");
        for (int i = 0; i < 3; i++) line.read();
        answered.set(n);
        if (n % 100 == 0) line.ask("BGREWRITEAOF");
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Commands without quoting, one after another. */
  private static final class Line implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader in;

    Line(EmbeddedRedis redis) throws IOException {
      socket = new Socket(InetAddress.getLoopbackAddress(), redis.address().port());
      in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      ask("AUTH " + redis.address().password());
    }

    void send(String command) throws IOException {
      socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    String read() throws IOException {
      return in.readLine();
    }

    String ask(String command) throws IOException {
      send(command);
      return read();
    }

    long number(String command) throws IOException {
      String length = ask(command);
      return length.equals("$-1") ? 0 : Long.parseLong(read());
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
