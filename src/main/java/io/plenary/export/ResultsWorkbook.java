package io.plenary.export;

import io.plenary.export.workbook.Book;
import io.plenary.export.workbook.Sheet;
import io.plenary.export.workbook.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Results as one workbook (Office Open XML), for people who read it on paper or go on with a
 * spreadsheet or a statistics program: see HTTP.md, "Workbook".
 */
public final class ResultsWorkbook {
  private ResultsWorkbook() {}

  /** Takes as long as there is much: not for an event loop. */
  public static byte[] write(EventResults event, Instant exportedAt) {
    try {
      Book book = new Book(event.name(), "Results: " + event.name());
      Codebook codebook = new Codebook(event);
      String summary = book.name(SummarySheet.NAME);
      codebook.sheet(summary, "What came out, one line per activity.");
      List<ActivitySheet> sheets =
          event.activities().stream()
              .filter(one -> one.file().sheetEach() && one.opened())
              .filter(one -> one instanceof BallotResults<?> || !one.rows().isEmpty())
              .<ActivitySheet>map(ActivitySheet::new)
              .toList();
      List<String> names = new ArrayList<>();
      for (int i = 0; i < sheets.size(); i++) {
        names.add(book.name(i + 1 + " " + sheets.get(i).title()));
      }
      Sheet first = book.add(summary, SummarySheet.widths());
      new SummarySheet(event).write(first, sheets, names, exportedAt);
      for (int i = 0; i < sheets.size(); i++) {
        sheets.get(i).write(book.add(names.get(i), sheets.get(i).widths()));
      }
      if (!sheets.isEmpty()) {
        codebook.sheet("1, 2, …", "The numbers of one activity, with a chart and its turnout.");
      }
      Sheets more = new Sheets(book, codebook);
      event.kinds().forEach(kind -> kind.sheets(event.of(kind), more));
      Table data = DataSheet.table(event);
      more.add(DataSheet.NAME, "Every number, one per row.", data);
      more.add(Codebook.NAME, "What every column and every word in it means.", codebook.table());
      return book.bytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
