package io.plenary.load.report;

import io.plenary.load.Jvm;
import io.plenary.load.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** One run as a page: what was asked, on what, what was found, what it says about the targets. */
public final class Report {
  private final Lab lab;
  private final String command;
  private final boolean quick;
  private final boolean conclusive;
  private final Instant began = Instant.now();

  /**
   * @param conclusive whether the figures can be held against the targets
   */
  public Report(Lab lab, String command, boolean quick, boolean conclusive) {
    this.lab = lab;
    this.command = command;
    this.quick = quick;
    this.conclusive = conclusive;
  }

  /**
   * @param left names of the scenarios that were not run yet
   */
  String text(Sheet sheet, List<String> left) throws IOException {
    StringBuilder out = new StringBuilder();
    out.append("# ")
        .append(command)
        .append("\n\n```sh\njava -jar target/load-tests.jar ")
        .append(command)
        .append("\n```\n\n");
    if (quick) {
      out.append(
          "**A quick run: it proves that everything works and measures nothing. No figure here may"
              + " be quoted.**\n\n");
    }
    if (!left.isEmpty()) {
      out.append("**Unfinished: what was not measured yet is ")
          .append(String.join(", ", left))
          .append(".**\n\n");
    }
    out.append(began.toString(), 0, 16)
        .append(" UTC, took ")
        .append(Duration.between(began, Instant.now()).toSeconds())
        .append(" s.\n\n");
    Conditions.of(lab)
        .forEach(
            (what, how) -> out.append("- ").append(what).append(": ").append(how).append('\n'));
    out.append("\n## Verdict\n\n");
    if (sheet.faults().isEmpty()) {
      out.append("Nothing was lost, nothing was doubled, every check held")
          .append(left.isEmpty() ? ".\n" : " so far.\n");
    }
    sheet.faults().forEach(fault -> out.append("- **FAULT** ").append(fault).append('\n'));
    List<String> tags = lab.jvms.stream().map(Jvm::tag).toList();
    String targets = Targets.table(sheet, conclusive, tags);
    if (!targets.isEmpty()) out.append("\n## Targets\n\n").append(targets);
    String digest = Targets.digest(sheet, tags);
    if (!digest.isEmpty()) out.append("\n## In ten lines\n\n").append(digest);
    out.append("\n## Figures\n\n| | median | least | most | rounds |\n|---|---|---|---|---|\n");
    for (String name : sheet.names()) {
      out.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %s | %s | %d |%n",
              name,
              Numbers.show(sheet.median(name)),
              Numbers.show(sheet.least(name)),
              Numbers.show(sheet.most(name)),
              sheet.rounds(name)));
    }
    if (lab.profile != null && left.isEmpty()) {
      out.append("\n## Profile\n").append(lab.profile.text());
    }
    if (!sheet.notes().isEmpty()) out.append("\n## Notes\n\n");
    sheet.notes().forEach(note -> out.append("- ").append(note).append('\n'));
    return out.toString();
  }

  /**
   * @param file null for the terminal only
   */
  public void publish(Sheet sheet, Path file) throws IOException {
    String text = text(sheet, List.of());
    System.out.println();
    System.out.println(text);
    write(text, file);
  }

  /**
   * Keeps what there is, so that a run that is broken off leaves it.
   *
   * @param file null for none
   * @param left names of the scenarios that were not run yet
   */
  public void keep(Sheet sheet, Path file, List<String> left) throws IOException {
    if (!left.isEmpty()) write(text(sheet, left), file);
  }

  private static void write(String text, Path file) throws IOException {
    if (file == null) return;
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, text);
  }
}
