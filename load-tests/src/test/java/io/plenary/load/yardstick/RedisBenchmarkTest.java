package io.plenary.load.yardstick;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RedisBenchmarkTest {
  /** Redis knows no includes: what is left out is a global that nobody defined. */
  @Test
  void the_servers_script_has_what_it_includes() throws IOException {
    String script = RedisBenchmark.own(Path.of("..").toAbsolutePath().normalize());
    assertTrue(script.startsWith("#!lua\n"), script);
    assertTrue(script.contains("local function is_complete("), script);
    assertFalse(script.contains("-- include "), script);
  }
}
