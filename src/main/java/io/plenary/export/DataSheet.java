package io.plenary.export;

import io.plenary.export.workbook.Column;
import io.plenary.export.workbook.Format;
import io.plenary.export.workbook.Measured;
import io.plenary.export.workbook.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every number of an event, one per row, each with what it is a part of. */
final class DataSheet {
  static final String NAME = "Data";
  private static final double TEXT = 46;

  private static final List<Column> COLUMNS =
      List.of(
          Column.text("room", 16),
          Column.text("activity", TEXT),
          Column.text("kind", 11),
          Column.text("option", TEXT),
          Column.text("measure", 13),
          new Column("count", 9, Format.WHOLE),
          Column.percent("percent", 9),
          Column.whole("base", 9),
          Column.text("base_of", 11));

  private DataSheet() {}

  static Table table(EventResults event) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (ActivityResults results : event.activities()) {
      results.rows().forEach(row -> rows.add(cells(row)));
      if (results instanceof BallotResults<?> ballots) turnout(rows, ballots);
    }
    return new Table(null, COLUMNS, rows);
  }

  private static void turnout(List<List<@Nullable Object>> rows, BallotResults<?> ballots) {
    Turnout t = ballots.turnout();
    part(rows, ballots, "voted", t.voted());
    part(rows, ballots, "abstained", t.abstained());
    part(rows, ballots, "not_shown", t.notShown());
    part(rows, ballots, "not_voted", t.notVoted());
    rows.add(
        cells(
            ResultRow.total(
                ballots.room(),
                ballots.activity().id(),
                ballots.activity().title(),
                "turnout",
                "rejected",
                "people",
                t.rejected())));
  }

  private static void part(
      List<List<@Nullable Object>> rows, BallotResults<?> ballots, String option, long count) {
    rows.add(
        cells(
            ResultRow.part(
                ballots.room(),
                ballots.activity().id(),
                ballots.activity().title(),
                "turnout",
                option,
                "people",
                count,
                ballots.turnout().connected(),
                "connected")));
  }

  private static List<@Nullable Object> cells(ResultRow r) {
    return Arrays.asList(
        r.room(),
        r.activity(),
        r.kind(),
        r.option(),
        r.measure(),
        number(r.count()),
        r.count() == null ? null : Percent.fraction(r.percent()),
        r.base(),
        r.baseOf());
  }

  /** Counts are whole; what is not says its decimals. */
  private static @Nullable Object number(@Nullable Number count) {
    return count != null && OptionTable.fine(count) ? new Measured(count, Format.DECIMAL) : count;
  }
}
