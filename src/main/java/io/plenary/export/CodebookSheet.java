package io.plenary.export;

import org.dhatim.fastexcel.Workbook;

/** What every column, and every word in it, means: what is common here, the rest by each kind. */
final class CodebookSheet {
  private static final double SENTENCE = 100;

  private CodebookSheet() {}

  static void write(Workbook book, EventResults event) {
    Sheet sheet =
        new Sheet(book, "Codebook", "sheet", "column", "value", "meaning").width(3, SENTENCE);
    add(sheet, COMMON);
    if (event.activities().stream().anyMatch(BallotResults.class::isInstance)) {
      add(sheet, BALLOTS);
    }
    event.kinds().forEach(kind -> add(sheet, kind.codebook()));
  }

  private static void add(Sheet sheet, String words) {
    for (String line : words.split("\n")) {
      String[] cells = line.split(" \\| ", -1);
      sheet.row(cells[0], cells[1], cells[2].isEmpty() ? null : cells[2], cells[3]);
    }
  }

  private static final String COMMON =
      """
      Summary | room |  | Name of the room
      Summary | activity |  | What was asked; of what stands beside the run order, what it is called
      Summary | kind |  | What sort of an activity the row is of
      Summary | option |  | What the number is of, such as the text of an option
      Summary | measure |  | What is counted
      Summary | count |  | How many; empty when fewer than five people answered
      Summary | percent |  | Count in percent of the base, to one decimal; empty when the base is 0, or the count is \
      part of nothing
      Summary | base |  | What 100 percent is
      Summary | base_of |  | Who or what the base is\
      """;

  private static final String BALLOTS =
      """
      Summary | kind | turnout | The row says what became of the people who were connected while it was open
      Summary | measure | people | How many people
      Summary | option | voted | People whose counted vote does not abstain
      Summary | option | abstained | People who chose to abstain
      Summary | option | not_shown | People whose counted vote is not in the result: it came after the last step of an \
      activity that is not closed yet, or fewer than five answered
      Summary | option | not_voted | People who were connected while it was open and have no counted vote
      Summary | option | rejected | People whose latest vote came too late; they are counted in one of the other rows \
      too
      Summary | base_of | voted | The base is the people whose counted vote does not abstain
      Summary | base_of | connected | The base is everybody whose phone was connected at any moment while it was \
      open (in all its openings together), and everybody who voted. One person with several tabs counts once; a \
      browser whose data was cleared is another person. Who came after the lock does not count. The list behind the \
      number is destroyed when the activity is finalised or reset\
      """;
}
