package io.plenary.load.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class PowerCutTest {
  @TempDir Path home;
  private Path file;
  private PowerCut cut;

  @BeforeEach
  void write() throws IOException {
    Path data = Files.createDirectories(home.resolve("data/sub"));
    file = Files.writeString(data.resolve("aof"), "0123456789");
    cut = new PowerCut(home.resolve("data"), home.resolve("record"));
  }

  private void note(long what, long length) throws IOException {
    ByteBuffer record =
        ByteBuffer.allocate(24)
            .order(ByteOrder.nativeOrder())
            .putLong(what)
            .putLong((Long) Files.getAttribute(file, "unix:ino"))
            .putLong(length);
    Files.write(
        home.resolve("record"),
        record.array(),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  @Test
  void what_was_never_synced_is_gone() throws IOException {
    assertEquals(10, cut.cut(false, new Random(1)));
    assertEquals("", Files.readString(file));
  }

  @Test
  void what_was_synced_stays_and_counts_as_synced_next_time() throws IOException {
    note(1, 3);
    note(1, 7);
    assertEquals(3, cut.cut(false, new Random(1)));
    assertEquals("0123456", Files.readString(file));
    Files.writeString(file, "abc", StandardOpenOption.APPEND);
    assertEquals(3, cut.cut(false, new Random(1)));
    assertEquals("0123456", Files.readString(file));
  }

  @Test
  void what_was_cut_off_and_written_anew_is_not_synced() throws IOException {
    note(1, 10);
    note(2, 4);
    assertEquals(6, cut.cut(false, new Random(1)));
    assertEquals("0123", Files.readString(file));
  }

  @Test
  void torn_keeps_at_least_what_was_synced() throws IOException {
    note(1, 4);
    cut.cut(true, new Random(5));
    assertTrue(Files.size(file) >= 4 && "0123456789".startsWith(Files.readString(file)));
  }
}
