package io.plenary;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/**
 * The tests of the pages, as npm runs them. They stand here so that they run beside those of the
 * server, which wait half of the time.
 */
@DisabledIfSystemProperty(named = "web.tests.skip", matches = "true")
class WebPagesTest {
  @Test
  void pass() throws IOException, InterruptedException {
    Npm.run("test");
  }
}
