package io.plenary.export;

import io.plenary.export.workbook.Column;
import io.plenary.export.workbook.Format;
import io.plenary.export.workbook.Link;
import io.plenary.export.workbook.Measured;
import io.plenary.export.workbook.Sheet;
import io.plenary.export.workbook.Style;
import io.plenary.export.workbook.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a board reads first: which event, and of every activity a line with what came out. */
final class SummarySheet {
  static final String NAME = "Summary";
  private static final int NAMED_LEADERS = 3;
  private static final int RESULT = 3;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private static final List<Column> COLUMNS =
      List.of(
          Column.text("No.", 9),
          Column.text("Room", 16),
          Column.text("Question", 46),
          Column.text("Result", 34),
          new Column("Value", 9, Format.PERCENT),
          Column.text("Measure", 13),
          Column.whole("Voted", 8),
          Column.whole("Connected", 11),
          Column.percent("Turnout", 9),
          Column.text("State", 12));

  private final EventResults event;

  SummarySheet(EventResults event) {
    this.event = event;
  }

  static List<Double> widths() {
    return COLUMNS.stream().map(Column::width).toList();
  }

  /**
   * @param sheets of the activities that have one
   */
  void write(Sheet sheet, List<ActivitySheet> sheets, List<String> names, Instant exportedAt) {
    sheet.line(Style.TITLE, event.name());
    sheet.fact("Date", days(), Format.TEXT);
    sheet.fact("Rooms", rooms(), Format.TEXT);
    Measured turnout = turnout();
    if (turnout != null) {
      sheet.fact("Turnout", turnout, Format.PERCENT);
      sheet.fact(
          "Base",
          "Percentages of a result are of the people who voted. Turnout is who voted or abstained,"
              + " of the people who were connected while the activity was open; above, of all"
              + " activities together.",
          Format.TEXT);
    }
    sheet.fact("Exported", exported(exportedAt), Format.MINUTE);
    event.losses().forEach(loss -> sheet.line(Style.WARNING, "Not complete: " + loss.words()));
    sheet.gap();
    List<List<@Nullable Object>> lines = new ArrayList<>();
    for (int i = 0; i < sheets.size(); i++) {
      lines.add(line(sheets.get(i), new Link(Integer.toString(i + 1), names.get(i))));
    }
    for (ActivityResults one : event.activities()) {
      if (one instanceof BallotResults<?> ballots && !one.opened()) lines.add(prepared(ballots));
      else if (!one.rows().isEmpty() && !one.file().sheetEach()) lines.add(line(one));
    }
    sheet.keptTable(new Table(null, COLUMNS, lines));
  }

  private static List<@Nullable Object> line(ActivitySheet one, Link number) {
    ActivityResults results = one.results();
    if (!(results instanceof BallotResults<?> ballots)) {
      List<@Nullable Object> cells = line(results);
      cells.set(0, number);
      return cells;
    }
    Turnout t = ballots.turnout();
    OptionTable options = one.options();
    boolean led = !options.leaders().isEmpty();
    return Arrays.asList(
        number,
        one.room(),
        one.title(),
        led ? leading(options.leading()) : ballots.note() == null ? "No votes" : ballots.note(),
        options.lead(),
        led ? options.measure() : null,
        t.voted(),
        t.connected(),
        Percent.fraction(Percent.of(t.answered(), t.connected())),
        state(ballots));
  }

  /** Nobody was asked: it has no sheet. */
  private static List<@Nullable Object> prepared(BallotResults<?> one) {
    List<@Nullable Object> cells = new ArrayList<>(Collections.nCopies(COLUMNS.size(), null));
    cells.set(1, one.room());
    cells.set(2, one.activity().title());
    cells.set(COLUMNS.size() - 1, state(one));
    return cells;
  }

  private static List<@Nullable Object> line(ActivityResults one) {
    ResultRow first = one.rows().get(0);
    List<@Nullable Object> cells = new ArrayList<>(Collections.nCopies(COLUMNS.size(), null));
    cells.set(1, first.room());
    cells.set(2, first.activity());
    cells.set(RESULT, one.headline());
    return cells;
  }

  private static String leading(List<String> options) {
    if (options.size() == 1) return options.get(0);
    return options.size() > NAMED_LEADERS
        ? "Level: " + options.size() + " options"
        : "Level: " + String.join("; ", options);
  }

  static String state(BallotResults<?> ballots) {
    return switch (ballots.state()) {
      case "final" -> "Final";
      case "locked" -> ballots.complete() ? "Closed" : "Closing";
      case "draft" -> "Not opened";
      default -> "Open";
    };
  }

  private @Nullable Measured turnout() {
    long answered = 0;
    long connected = 0;
    for (BallotResults<?> ballots : event.ballots()) {
      answered += ballots.turnout().answered();
      connected += ballots.turnout().connected();
    }
    BigDecimal share = Percent.fraction(Percent.of(answered, connected));
    return share == null ? null : new Measured(share, Format.PERCENT);
  }

  private String rooms() {
    return event.activities().stream()
        .map(ActivityResults::room)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private String days() {
    String from = DAY.format(LocalDate.parse(event.startsOn()));
    String to = DAY.format(LocalDate.parse(event.endsOn()));
    return (from.equals(to) ? from : from + " to " + to) + " (" + event.timeZone() + ")";
  }

  private Object exported(Instant at) {
    return at.truncatedTo(ChronoUnit.MINUTES)
        .atZone(ZoneId.of(event.timeZone()))
        .toOffsetDateTime();
  }
}
