package io.plenary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.service.ActivityFormat;
import io.plenary.kinds.AllKinds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A word that names a kind is said in the folder of a kind and nowhere else. */
class KindWordsTest {
  private static final Path SOURCES = Path.of("src/main/java/io/plenary");
  private static final Path KINDS = SOURCES.resolve("kinds");

  /** Of a literal, the first group is what stands between its quotes. */
  private static final Pattern COMMENT_OR_LITERAL =
      Pattern.compile(
          "/\\*.*?\\*/|//[^\\n]*|'(?:\\\\.|[^'\\\\\\n])+'|\"((?:\\\\.|[^\"\\\\\\n])*)\"",
          Pattern.DOTALL);

  @Test
  void noLiteralOutsideFoldersOfKindsIsAWordOfOne() throws IOException {
    Set<String> words = words();
    Set<Path> outside = new TreeSet<>();
    Set<Path> inside = new TreeSet<>();
    for (Path file : sources()) {
      if (literals(file).anyMatch(words::contains)) {
        boolean ofAKind = file.startsWith(KINDS) && !file.getParent().equals(KINDS);
        (ofAKind ? inside : outside).add(file);
      }
    }
    assertTrue(
        inside.size() >= AllKinds.REGISTRY.formats().size(), "not even kinds say their words");
    assertEquals(Set.of(), outside);
  }

  /** Of activities and drafts, and of the folders. */
  private static Set<String> words() throws IOException {
    try (Stream<Path> folders = Files.list(KINDS)) {
      return Stream.concat(
              AllKinds.REGISTRY.formats().stream().map(ActivityFormat::kind),
              folders.filter(Files::isDirectory).map(f -> f.getFileName().toString()))
          .collect(Collectors.toSet());
    }
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(f -> f.toString().endsWith(".java")).toList();
    }
  }

  private static Stream<String> literals(Path file) throws IOException {
    Matcher found = COMMENT_OR_LITERAL.matcher(Files.readString(file));
    return found.results().map(r -> r.group(1)).filter(s -> s != null);
  }
}
