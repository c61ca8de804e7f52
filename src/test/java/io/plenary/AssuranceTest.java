package io.plenary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages of src/docs/assurance and src/deploy name is there. */
class AssuranceTest {
  private static final Path PAGES = Path.of("src/docs/assurance");
  private static final Path DEPLOY = Path.of("src/deploy/README.md");
  private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern TEST =
      Pattern.compile("[A-Z]\\w*(?:Test|IT|Fuzz)|RawRequest|StateKeys");

  @Test
  @DisplayName("every test and every file that the pages name exists")
  void whatIsNamedExists() throws IOException {
    Set<String> tests = names("src/test/java");
    Set<String> missing = new TreeSet<>();
    int looked = 0;
    for (Path page : pages()) {
      String text = Files.readString(page);
      for (String code : found(CODE, text)) {
        boolean there;
        if (TEST.matcher(code).matches()) there = tests.contains(code + ".java");
        else if (code.matches("(?:src|web|load-tests)/[\\w./-]+|[\\w-]+\\.(?:xml|md)")) {
          there = Files.exists(Path.of(code));
        } else continue;
        looked++;
        if (!there) missing.add(page.getFileName() + ": " + code);
      }
      for (String link : found(LINK, text)) {
        if (link.startsWith("https://")) continue;
        looked++;
        Path file = page.getParent().resolve(link.replaceFirst("#.*", "")).normalize();
        if (!Files.exists(file)) missing.add(page.getFileName() + ": " + link);
      }
    }
    assertTrue(looked > 150, "looked at nothing");
    assertEquals(Set.of(), missing);
  }

  @Test
  @DisplayName("ASVS 5.0 level 2 is answered line by line, and what is met is shown")
  void everyLineIsAnswered() throws IOException {
    String page = Files.readString(PAGES.resolve("security.md"));
    List<String> wanted =
        Files.readAllLines(Path.of("src/test/resources/asvs-5.0-level-2.txt")).stream()
            .filter(line -> !line.startsWith("#"))
            .toList();
    assertEquals(253, wanted.size(), "as many as the standard has");
    List<String> answered = new ArrayList<>();
    int[] counts = new int[3];
    List<String> verdicts = List.of("met", "**not met**", "not applicable");
    Matcher rows =
        Pattern.compile(
                "(?m)^\\| (\\d+\\.\\d+\\.\\d+) \\| [12] \\| [^|]+ \\| ([^|]+) \\| (.+) \\|$")
            .matcher(page);
    while (rows.find()) {
      answered.add(rows.group(1));
      int verdict = verdicts.indexOf(rows.group(2));
      assertTrue(verdict >= 0, rows.group());
      counts[verdict]++;
    }
    assertEquals(wanted, answered);
    Matcher said =
        Pattern.compile("(\\d+) lines (\\d+) are met, (\\d+) are not, and (\\d+) do not apply")
            .matcher(page);
    assertTrue(said.find());
    assertEquals(
        List.of(253, counts[0], counts[1], counts[2]),
        Stream.of(1, 2, 3, 4).map(i -> Integer.parseInt(said.group(i))).toList());
  }

  @Test
  @DisplayName("no page writes text of people as HTML")
  void noPageWritesHtml() throws IOException {
    try (Stream<Path> all = Files.walk(Path.of("web/src"))) {
      List<Path> pages =
          all.filter(f -> f.toString().matches(".*(?<!\\.test|/testing)\\.(svelte|ts)")).toList();
      assertTrue(pages.size() > 100, "looked at nothing");
      Pattern raw = Pattern.compile("\\{@html|\\.innerHTML\\s*=|insertAdjacentHTML|\\beval\\(");
      List<Path> found = new ArrayList<>();
      for (Path page : pages) {
        if (raw.matcher(Files.readString(page)).find()) found.add(page);
      }
      assertEquals(List.of(), found);
    }
  }

  @Test
  @DisplayName("TRACE is not answered with what was asked")
  void traceTellsNothing(@TempDir Path data) throws Exception {
    try (TestServer server = TestServer.start(data)) {
      for (String path : List.of("/", "/api/v1/session", "/health/ready")) {
        HttpResponse<String> answer =
            HttpClient.newHttpClient()
                .send(
                    HttpRequest.newBuilder(server.base().resolve(path))
                        .method("TRACE", BodyPublishers.noBody())
                        .header("x-mine", "told")
                        .build(),
                    BodyHandlers.ofString());
        assertTrue(answer.statusCode() >= 400, path + ": " + answer.statusCode());
        assertTrue(!answer.body().contains("told"), path);
      }
    }
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> all = Files.list(PAGES)) {
      return Stream.concat(all, Stream.of(DEPLOY)).toList();
    }
  }

  private static Set<String> names(String folder) throws IOException {
    try (Stream<Path> all = Files.walk(Path.of(folder))) {
      return all.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(r -> r.group(1)).toList();
  }
}
