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
      Sheet about = about(book, event, exportedAt);
      about.row("Sheet " + SummarySheet.NAME, "Every number, one per row.");
      SummarySheet.write(book, event);
      Sheets sheets = new Sheets(book, about);
      event.kinds().forEach(kind -> kind.sheets(event.of(kind), sheets));
      about.row("Sheet Codebook", "What every column and every word in it means.");
      CodebookSheet.write(book, event);
      notes(about, event);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static Sheet about(Workbook book, EventResults event, Instant exportedAt) {
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
    return sheet;
  }

  /** What is not the result of everybody who answered, or not the last. */
  private static void notes(Sheet about, EventResults event) {
    List<BallotResults<?>> ballots = event.ballots();
    ballots.stream()
        .filter(b -> !b.complete())
        .forEach(b -> about.row("Still open when exported", said(b)));
    ballots.stream()
        .filter(b -> b.complete() && b.note() != null)
        .forEach(b -> about.row("Not shown", said(b)));
  }

  private static String said(BallotResults<?> ballots) {
    return ballots.activity().title() + " (" + ballots.note() + ")";
  }
}
