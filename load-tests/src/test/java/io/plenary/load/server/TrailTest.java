package io.plenary.load.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrailTest {
  /** Not one of the forms is another's, nor valid UTF-8. */
  private static final byte[] KEY = {-1, -2, 62, 63, -8, 4, 91, 12, -77, 100, 33, 21, 8, 9, 3, -5};

  @TempDir private Path folder;
  private final Trail trail =
      new Trail().bytes("key", KEY).text("vote", "vote-1").text("vote", "vote-2");

  private Set<String> found(byte[] content) throws IOException {
    Path file = Files.createDirectories(folder.resolve("below")).resolve("file");
    byte[] around =
        ("head " + new String(content, StandardCharsets.ISO_8859_1) + " end")
            .getBytes(StandardCharsets.ISO_8859_1);
    Files.write(file, around);
    return trail.in(folder);
  }

  private Set<String> found(String content) throws IOException {
    return found(content.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void a_value_is_found_in_every_form_it_may_have() throws IOException {
    assertEquals(Set.of("key"), found(KEY));
    assertEquals(Set.of("key"), found(HexFormat.of().formatHex(KEY)));
    assertEquals(Set.of("key"), found(Base64.getUrlEncoder().withoutPadding().encodeToString(KEY)));
    assertEquals(Set.of("key"), found(Base64.getEncoder().encodeToString(KEY)));
  }

  @Test
  void each_of_several_values_is_enough() throws IOException {
    assertEquals(Set.of("vote"), found("1 o1 vote-2"));
  }

  @Test
  void a_file_by_itself_is_read_too() throws IOException {
    Path log = Files.writeString(folder.resolve("log"), "vote-1");
    assertEquals(Set.of("vote"), trail.in(log));
  }

  @Test
  void nothing_is_found_where_nothing_is() throws IOException {
    assertEquals(Set.of(), found("1 o1 vote-3"));
  }
}
