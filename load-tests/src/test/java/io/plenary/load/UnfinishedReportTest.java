package io.plenary.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.load.report.Names;
import io.plenary.load.report.Report;
import io.plenary.load.report.Sheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class UnfinishedReportTest {
  @TempDir private Path folder;
  private final Sheet sheet = new Sheet();
  private Path file;
  private Options options;

  @BeforeEach
  void options() throws IOException {
    file = folder.resolve("report.md");
    options = new Options();
    options.jar = Files.writeString(folder.resolve("plenary.jar"), "");
    sheet.add(Names.START, 0.5);
  }

  @Test
  void a_run_that_is_broken_off_leaves_what_it_has_and_says_so() throws IOException {
    try (Lab lab = new Lab(options)) {
      Report report = new Report(lab, "start herd", false, true);
      report.keep(sheet, file, List.of("herd"));
      String text = Files.readString(file);
      assertTrue(text.contains("**Unfinished: what was not measured yet is herd.**"), text);
      assertTrue(text.contains("| start to ready, s | 0.50 |"), text);

      report.publish(sheet, file);
      assertFalse(Files.readString(file).contains("Unfinished"));
    }
  }

  /** The last scenario's report is the whole one. */
  @Test
  void what_is_finished_is_published_and_not_kept() throws IOException {
    try (Lab lab = new Lab(options)) {
      new Report(lab, "start", false, true).keep(sheet, file, List.of());
    }
    assertFalse(Files.exists(file));
  }

  @Test
  void further_javas_are_given_one_by_one() {
    Options parsed = new Options();
    CommandLine.populateCommand(parsed, "--jdk=a", "--also-jdk", "b", "--also-jdk=c");
    assertEquals(Path.of("a"), parsed.jdk);
    assertEquals(List.of(Path.of("b"), Path.of("c")), parsed.alsoJdks);
  }
}
