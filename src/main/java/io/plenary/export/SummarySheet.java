package io.plenary.export;

import org.dhatim.fastexcel.Workbook;

/** Every number of an event, one per row, each with what it is a part of. */
final class SummarySheet {
  static final String NAME = "Summary";
  private static final double TEXT = 50;

  private SummarySheet() {}

  static void write(Workbook book, EventResults event) {
    Sheet sheet =
        new Sheet(
                book,
                NAME,
                "room",
                "activity",
                "kind",
                "option",
                "measure",
                "count",
                "percent",
                "base",
                "base_of")
            .width(1, TEXT)
            .width(3, TEXT);
    for (ActivityResults results : event.activities()) {
      results.rows().forEach(row -> row(sheet, row));
      if (results instanceof BallotResults<?> ballots) turnout(sheet, ballots);
    }
  }

  private static void turnout(Sheet sheet, BallotResults<?> ballots) {
    Turnout t = ballots.turnout();
    part(sheet, ballots, "voted", t.voted());
    part(sheet, ballots, "abstained", t.abstained());
    part(sheet, ballots, "not_shown", t.notShown());
    part(sheet, ballots, "not_voted", t.notVoted());
    row(
        sheet,
        ResultRow.total(
            ballots.room(),
            ballots.activity().id(),
            ballots.activity().title(),
            "turnout",
            "rejected",
            "people",
            t.rejected()));
  }

  private static void part(Sheet sheet, BallotResults<?> ballots, String option, long count) {
    row(
        sheet,
        ResultRow.part(
            ballots.room(),
            ballots.activity().id(),
            ballots.activity().title(),
            "turnout",
            option,
            "people",
            count,
            ballots.turnout().connected(),
            "connected"));
  }

  private static void row(Sheet sheet, ResultRow r) {
    sheet.row(
        r.room(),
        r.activity(),
        r.kind(),
        r.option(),
        r.measure(),
        r.count(),
        r.count() == null ? null : r.percent(),
        r.base(),
        r.baseOf());
  }
}
