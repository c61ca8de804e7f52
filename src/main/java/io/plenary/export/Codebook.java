package io.plenary.export;

import io.plenary.export.workbook.Column;
import io.plenary.export.workbook.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every sheet is, and what every column and every word in it means: what is common here, the
 * rest by each kind.
 */
final class Codebook {
  static final String NAME = "Codebook";
  private static final double SENTENCE = 72;

  private final List<List<@Nullable Object>> sheets = new ArrayList<>();
  private final EventResults event;

  Codebook(EventResults event) {
    this.event = event;
  }

  void sheet(String name, String what) {
    sheets.add(Arrays.asList(name, null, null, what));
  }

  Table table() {
    List<List<@Nullable Object>> rows = new ArrayList<>(sheets);
    add(rows, COMMON);
    if (!event.ballots().isEmpty()) add(rows, BALLOTS);
    event.kinds().forEach(kind -> add(rows, kind.codebook()));
    return new Table(
        null,
        List.of(
            Column.text("sheet", 12),
            Column.text("column", 14),
            Column.text("value", 15),
            Column.text("meaning", SENTENCE)),
        rows);
  }

  private static void add(List<List<@Nullable Object>> rows, String words) {
    for (String line : words.split("\n")) {
      String[] cells = line.split(" \\| ", -1);
      rows.add(Arrays.asList(cells[0], cells[1], cells[2].isEmpty() ? null : cells[2], cells[3]));
    }
  }

  private static final String COMMON =
      """
      Data | room |  | Name of the room
      Data | activity |  | What was asked; of what stands beside the run order, what it is called
      Data | kind |  | What sort of an activity the row is of
      Data | option |  | What the number is of, such as the text of an option. It stands as it was written: 007 stays \
      007 here, while a spreadsheet that opens results.csv makes 7 of it, and a date of 1-2, unless the column is \
      imported as text
      Data | measure |  | What is counted
      Data | count |  | How many; empty when fewer than five people answered
      Data | percent |  | Count as a share of the base, rounded to a tenth of a percent; empty when the base is 0, or \
      the count is part of nothing
      Data | base |  | What 100 percent is
      Data | base_of |  | Who or what the base is
      1, 2, … | No. |  | Number of the option, where tables of the sheet name it by that
      1, 2, … | Option |  | What could be chosen, ranked or otherwise answered
      1, 2, … | (measure) |  | How much of the measure there is, see the sheet Data; a column behind it says the share
      Summary | Result |  | What leads by the first measure of its sheet
      Summary | Value |  | What it leads with: a share where there is one
      Summary | Measure |  | Of which measure
      Summary | Turnout |  | Who voted or abstained, of the people who were connected while it was open
      Summary | State |  | Final: nobody can find out any more who voted what, and nothing changes\
      """;

  private static final String BALLOTS =
      """
      Data | kind | turnout | The row says what became of the people who were connected while it was open
      Data | measure | people | How many people
      Data | option | voted | People whose counted vote does not abstain
      Data | option | abstained | People who chose to abstain
      Data | option | not_shown | People whose counted vote is not in the result: it came after the last step of an \
      activity that is not closed yet, or fewer than five answered
      Data | option | not_voted | People who were connected while it was open and have no counted vote
      Data | option | rejected | People whose latest vote came too late; they are counted in one of the other rows \
      too
      Data | base_of | voted | The base is the people whose counted vote does not abstain
      Data | base_of | connected | The base is everybody whose phone was connected at any moment while it was \
      open (in all its openings together), and everybody who voted. One person with several tabs counts once; a \
      browser whose data was cleared is another person. Who came after the lock does not count. The list behind the \
      number is destroyed when the activity is finalised or reset\
      """;
}
