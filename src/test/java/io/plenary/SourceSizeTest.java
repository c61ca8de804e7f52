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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Small files with one job: the median under 80 lines, none over 300. Generated files say so in their first lines. */
class SourceSizeTest {
  private static final Pattern SOURCE = Pattern.compile(".*\\.(java|ts|mts|js|mjs|svelte|lua|css|html)");
  private static final Pattern NOT_OURS = Pattern.compile("(^|.*/)(node_modules|dist|target)(/.*|$)");

  @Test
  void medianUnder80Lines() {
    List<Integer> lines = Stream.concat(sources("src/main").stream(), sources("web/src").stream())
        .map(file -> lines(file).size()).sorted().collect(Collectors.toList());
    assertTrue(lines.size() > 20, "looked at nothing");
    assertTrue(lines.get(lines.size() / 2) < 80, "median of " + lines.size() + " files: " + lines.get(lines.size() / 2));
  }

  @Test
  void noneOver300Lines() {
    List<String> over = new ArrayList<>();
    for (String home : List.of("src", "web", "load-tests")) {
      for (Path file : sources(home)) {
        int lines = lines(file).size();
        if (lines > 300) {
          over.add(file + ": " + lines);
        }
      }
    }
    assertEquals(List.of(), over);
  }

  private static List<Path> sources(String home) {
    if (!Files.isDirectory(Path.of(home))) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(Path.of(home))) {
      return files.filter(f -> SOURCE.matcher(f.toString()).matches() && !NOT_OURS.matcher(f.toString().replace('\\', '/')).matches())
          .filter(f -> !generated(f)).collect(Collectors.toList());
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
