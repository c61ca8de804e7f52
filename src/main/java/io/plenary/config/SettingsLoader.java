package io.plenary.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads settings: command line over environment over file over default. */
public final class SettingsLoader {
  private static final String USUAL_FILE = "plenary.properties";

  private SettingsLoader() {}

  /**
   * As {@link #load(String[], Map, Path)}, with the environment and working directory of this
   * process.
   */
  public static Loaded load(String[] args) {
    return load(args, System.getenv(), Path.of(""));
  }

  /**
   * @param env environment variables; only {@code PLENARY_*} and {@code REDIS_URL} are looked at
   * @param workingDir where {@code plenary.properties} is looked for and what relative paths are
   *     relative to
   */
  public static Loaded load(String[] args, Map<String, String> env, Path workingDir) {
    Problems problems = new Problems();
    CommandLineSource.Parsed commandLine = new CommandLineSource(version()).read(args, problems);
    if (commandLine.print().isPresent()) {
      return new Loaded.Print(commandLine.print().get(), 0);
    }
    Map<String, Raw> raw = new HashMap<>();
    file(commandLine.config(), env, workingDir, problems)
        .ifPresent(file -> raw.putAll(FileSource.read(file, problems)));
    raw.putAll(EnvironmentSource.read(env, problems));
    raw.putAll(commandLine.values());
    Settings settings = new Typed(raw, problems).settings(workingDir);
    return problems.any()
        ? new Loaded.Print(problems.text() + System.lineSeparator(), 2)
        : new Loaded.Run(settings);
  }

  private static Optional<Path> file(
      Optional<String> option, Map<String, String> env, Path workingDir, Problems problems) {
    String named = option.orElse(env.getOrDefault(EnvironmentSource.CONFIG, "").strip());
    if (named.isEmpty()) {
      Path usual = workingDir.resolve(USUAL_FILE);
      return Files.exists(usual) ? Optional.of(usual) : Optional.empty();
    }
    try {
      return Optional.of(workingDir.resolve(named));
    } catch (InvalidPathException e) {
      problems.add("The name of the settings file is not a path of this system.");
      return Optional.empty();
    }
  }

  /** As built; "development" when run from classes. */
  public static String version() {
    return Optional.ofNullable(SettingsLoader.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
