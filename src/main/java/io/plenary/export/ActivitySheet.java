package io.plenary.export;

import io.plenary.export.workbook.Chart;
import io.plenary.export.workbook.Column;
import io.plenary.export.workbook.Format;
import io.plenary.export.workbook.Sheet;
import io.plenary.export.workbook.Style;
import io.plenary.export.workbook.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the sheet of one activity: its numbers by option with a chart, then what its kind
 * adds, then turnout.
 */
public final class ActivitySheet {
  private static final double PART = 11;

  /** So that a chart has room. */
  private static final double NARROWEST = 86;

  private record Part(Table table, @Nullable Chart chart) {}

  private final ActivityResults results;
  private final OptionTable options;
  private final List<String> notes = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();

  ActivitySheet(ActivityResults results) {
    this.results = results;
    BallotResults<?> ballots = results instanceof BallotResults<?> b ? b : null;
    options = new OptionTable(tabled(ballots), ballots != null);
    parts.add(new Part(options.table(), options.said() ? options.chart(title()) : null));
    results.file().tables(results, this);
    if (ballots != null) parts.add(new Part(turnout(ballots.turnout()), null));
  }

  private List<ResultRow> tabled(@Nullable BallotResults<?> ballots) {
    if (ballots == null) return results.rows();
    return results.rows().stream().filter(r -> ballots.file().inTable(r.measure())).toList();
  }

  /** A sentence above the tables. */
  public void note(String sentence) {
    notes.add(sentence);
  }

  /** A table below the others; its first two columns are a number and a text, as of all. */
  public void table(Table table) {
    parts.add(new Part(table, null));
  }

  /** A table with a chart below it. */
  public void table(Table table, Chart chart) {
    parts.add(new Part(table, chart));
  }

  ActivityResults results() {
    return results;
  }

  OptionTable options() {
    return options;
  }

  String title() {
    return results instanceof BallotResults<?> ballots
        ? ballots.activity().title()
        : results.rows().get(0).activity();
  }

  String room() {
    return results.room();
  }

  List<Double> widths() {
    List<Double> widths = new ArrayList<>();
    for (Part part : parts) {
      List<Column> columns = part.table().columns();
      for (int i = 0; i < columns.size(); i++) {
        if (i == widths.size()) widths.add(0.0);
        widths.set(i, Math.max(widths.get(i), columns.get(i).width()));
      }
    }
    double all = widths.stream().mapToDouble(w -> w).sum();
    widths.set(1, widths.get(1) + Math.max(0, NARROWEST - all));
    return widths;
  }

  void write(Sheet sheet) {
    sheet.line(Style.TITLE, title());
    sheet.line(Style.SAID, said());
    sheet.keep();
    if (results instanceof BallotResults<?> ballots && ballots.note() != null) {
      sheet.line(Style.WARNING, ballots.note());
    }
    notes.forEach(note -> sheet.line(Style.SAID, note));
    for (Part part : parts) {
      sheet.gap();
      if (part.chart() == null) sheet.table(part.table());
      else sheet.table(part.table(), part.chart());
    }
  }

  private String said() {
    if (!(results instanceof BallotResults<?> ballots)) return room();
    String base = ballots.file().percentagesOf();
    String of = base == null ? voters(ballots.turnout().voted()) : base;
    return room() + ". " + SummarySheet.state(ballots) + ". Percentages are of " + of + ".";
  }

  private static String voters(long voted) {
    String people = voted == 1 ? " person who" : " people who";
    return "the " + voted + people + " voted; who abstained is not among them";
  }

  private static Table turnout(Turnout t) {
    long all = t.connected();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    rows.add(part("Voted", t.voted(), all));
    rows.add(part("Abstained", t.abstained(), all));
    if (t.notShown() > 0) rows.add(part("Voted, not in the result", t.notShown(), all));
    rows.add(part("Did not vote", t.notVoted(), all));
    rows.add(part("Connected while it was open", all, all));
    if (t.rejected() > 0) {
      rows.add(
          Arrays.asList(null, "Latest vote came too late (counted above)", t.rejected(), null));
    }
    List<Column> columns =
        List.of(
            Column.text("", OptionTable.NUMBER),
            Column.text("Turnout", PART),
            Column.whole("People", PART),
            new Column("Percent", PART, Format.PERCENT));
    return new Table(null, columns, rows);
  }

  private static List<@Nullable Object> part(String what, long count, long all) {
    return Arrays.asList(null, what, count, Percent.fraction(Percent.of(count, all)));
  }
}
