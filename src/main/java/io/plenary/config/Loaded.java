package io.plenary.config;

/** What came of reading the settings. */
public sealed interface Loaded {
  /** All is well: start with these. */
  record Run(Settings settings) implements Loaded {}

  /**
   * Print and leave.
   *
   * @param text help or version (exit code 0, for stdout), or what is wrong and what to do (exit
   *     code 2, for stderr)
   */
  record Print(String text, int exitCode) implements Loaded {}
}
