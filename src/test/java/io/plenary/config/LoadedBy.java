package io.plenary.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.Map;

/** Loads settings in tests and unwraps what came of it. */
final class LoadedBy {
  private LoadedBy() {}

  static Settings settings(Path dir, Map<String, String> env, String... args) {
    Loaded loaded = SettingsLoader.load(args, env, dir);
    return assertInstanceOf(Loaded.Run.class, loaded, () -> String.valueOf(loaded)).settings();
  }

  /** The text of a refusal. */
  static String refusal(Path dir, Map<String, String> env, String... args) {
    Loaded.Print print = assertInstanceOf(Loaded.Print.class, SettingsLoader.load(args, env, dir));
    assertEquals(2, print.exitCode());
    return print.text();
  }
}
