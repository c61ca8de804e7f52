package io.plenary;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * The checks of the pages, as npm runs them. They stand here so that they run beside the fuzzer,
 * which needs one core for a minute.
 */
class WebChecks {
  @Test
  void pass() throws IOException, InterruptedException {
    Npm.run("check");
  }
}
