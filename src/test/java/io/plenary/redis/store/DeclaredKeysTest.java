package io.plenary.redis.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Which keys a script touches is said when it is called: Redis asks for it, and a proxy needs it.
 */
class DeclaredKeysTest {
  private static final Path SCRIPTS = Path.of("src/main/resources/lua");

  /** A name that begins with that of another key. */
  private static final Pattern MADE = Pattern.compile("\\.\\. *':[a-z]+'");

  /** Deletes what it finds in sets of keys. */
  private static final List<String> MAKES = List.of("delete_event.lua");

  @Test
  void scriptsMakeNoNamesOfKeys() throws IOException {
    try (Stream<Path> all = Files.walk(SCRIPTS)) {
      List<Path> scripts = all.filter(file -> file.toString().endsWith(".lua")).toList();
      assertTrue(scripts.size() > 50, "looked at nothing");
      assertEquals(
          MAKES,
          scripts.stream()
              .filter(DeclaredKeysTest::makesNames)
              .map(file -> file.getFileName().toString())
              .toList());
    }
  }

  private static boolean makesNames(Path file) {
    try {
      return MADE.matcher(Files.readString(file)).find();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
