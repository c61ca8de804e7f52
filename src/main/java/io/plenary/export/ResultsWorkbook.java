package io.plenary.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/**
 * Results as one workbook (Office Open XML), for people who go on with a spreadsheet or a
 * statistics program: see HTTP.md, "Workbook".
 */
public final class ResultsWorkbook {
  private static final double SENTENCE = 80;

  private ResultsWorkbook() {}

  /** Takes as long as there is much: not for an event loop. */
  public static byte[] write(EventResults event, Instant exportedAt) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "Plenary", null)) {
      List<PollResults> counted =
          event.polls().stream().filter(p -> p.maxChoices() > 1 && p.ballots() != null).toList();
      about(book, event, counted, exportedAt);
      SummarySheet.write(book, event);
      for (int i = 0; i < counted.size(); i++) {
        PollResults poll = counted.get(i);
        List<List<String>> ballots = poll.ballots();
        if (ballots != null) ChoicesSheet.write(book, choices(i), poll, ballots);
      }
      if (!event.of(QuestionResults.class).isEmpty()) QuestionsSheet.write(book, event);
      CodebookSheet.write(book);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void about(
      Workbook book, EventResults event, List<PollResults> counted, Instant exportedAt) {
    Sheet sheet = new Sheet(book, "About", "what", "is").width(1, SENTENCE);
    sheet.row("Event", event.name());
    sheet.row("Event id", event.id());
    sheet.row("Starts on", event.startsOn());
    sheet.row("Ends on", event.endsOn());
    sheet.row("Time zone", event.timeZone());
    sheet.row(
        "Exported at",
        exportedAt
            .truncatedTo(ChronoUnit.MINUTES)
            .atZone(ZoneId.of(event.timeZone()))
            .toOffsetDateTime());
    event.losses().forEach(loss -> sheet.row("Not complete", loss.words()));
    sheet.row(
        "Sheet Summary",
        "Every number, one per row: votes for options, turnout of polls, questions by state.");
    for (int i = 0; i < counted.size(); i++) {
      sheet.row(
          "Sheet " + choices(i),
          "Which options were chosen together in: "
              + counted.get(i).question()
              + " ("
              + counted.get(i).room()
              + ")");
    }
    if (!event.of(QuestionResults.class).isEmpty()) {
      sheet.row("Sheet " + QuestionsSheet.NAME, "Every question from the room, one per row.");
    }
    sheet.row("Sheet Codebook", "What every column and every word in it means.");
    event.polls().stream()
        .filter(p -> !p.complete())
        .forEach(p -> sheet.row("Still open when exported", p.question() + said(p)));
    event.polls().stream()
        .filter(p -> p.complete() && p.note() != null)
        .forEach(p -> sheet.row("Not shown", p.question() + said(p)));
  }

  private static String said(PollResults poll) {
    return " (" + poll.note() + ")";
  }

  private static String choices(int index) {
    return "Choices " + (index + 1);
  }
}
