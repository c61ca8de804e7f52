package io.plenary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The scripts of the pages' package.json. */
final class Npm {
  private Npm() {}

  /** Blocks until the script has ended; an error is one with all it printed. */
  static void run(String script) throws IOException, InterruptedException {
    Process npm =
        new ProcessBuilder("npm", "run", "--silent", script)
            .directory(Path.of("web").toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(npm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, npm.waitFor(), () -> "npm run " + script + " in web says:\n" + output);
  }
}
