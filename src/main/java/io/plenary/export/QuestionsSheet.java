package io.plenary.export;

import org.dhatim.fastexcel.Workbook;

/** Every question, with the columns of {@link QuestionsCsv}. */
final class QuestionsSheet {
  static final String NAME = "Q&A";
  private static final double TEXT = 80;

  private QuestionsSheet() {}

  static void write(Workbook book, EventResults event) {
    Sheet sheet = new Sheet(book, NAME, QuestionsCsv.COLUMNS.toArray()).width(2, TEXT);
    for (QuestionResults room : event.of(QuestionResults.class)) {
      for (QuestionResult q : room.items()) sheet.row(QuestionsCsv.cells(room, q));
    }
  }
}
