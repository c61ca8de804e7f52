package io.plenary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No file grows beyond what one can read in one go. Generated files say so in their first lines.
 */
class SourceSizeTest {
  private static final Pattern SOURCE =
      Pattern.compile(".*\\.(java|ts|mts|js|mjs|svelte|lua|css|html)");
  private static final Pattern NOT_OURS =
      Pattern.compile("(^|.*/)(node_modules|dist|target)(/.*|$)");

  /** What stands at the top level beside dotfiles, logs and what the build makes. */
  private static final Set<String> TOP =
      Set.of(
          "pom.xml",
          "README.md",
          "LICENSE",
          "CHANGELOG.md",
          "CONTRIBUTING.md",
          "SECURITY.md",
          "Dockerfile",
          "mvnw",
          "mvnw.cmd",
          "plenary.properties",
          "src",
          "web",
          "load-tests",
          "data",
          "target");

  private static final List<String> HOMES = List.of("src", "web", "load-tests");

  @Test
  void noneOver350Lines() {
    List<String> over = new ArrayList<>();
    for (Path file : all()) {
      int lines = lines(file).size();
      if (lines > 350) {
        over.add(file + ": " + lines);
      }
    }
    assertEquals(List.of(), over);
  }

  /** What formatters do not break, too: comments, strings, tables in texts. */
  @Test
  void noLineOver120Columns() {
    List<String> over = new ArrayList<>();
    for (Path file : all()) {
      List<String> lines = lines(file);
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i);
        if (line.codePointCount(0, line.length()) > 120) {
          over.add(file + ":" + (i + 1));
        }
      }
    }
    assertEquals(List.of(), over);
  }

  /** Files that a trial or a test leaves in the working folder are soon taken for a part of it. */
  @Test
  void nothingElseAtTheTopLevel() throws IOException {
    try (Stream<Path> found = Files.list(Path.of(""))) {
      assertEquals(
          List.of(),
          found
              .map(Path::toString)
              .filter(
                  name -> !TOP.contains(name) && !name.startsWith(".") && !name.endsWith(".log"))
              .sorted()
              .toList());
    }
  }

  private static List<Path> all() {
    List<Path> all = HOMES.stream().flatMap(home -> sources(home).stream()).toList();
    assertTrue(all.size() > 20, "looked at nothing");
    return all;
  }

  private static List<Path> sources(String home) {
    if (!Files.isDirectory(Path.of(home))) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(Path.of(home))) {
      return files
          .filter(
              f ->
                  SOURCE.matcher(f.toString()).matches()
                      && !NOT_OURS.matcher(f.toString().replace('\\', '/')).matches())
          .filter(f -> !generated(f))
          .collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean generated(Path file) {
    return lines(file).stream().limit(3).anyMatch(line -> line.contains("Generated from "));
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
