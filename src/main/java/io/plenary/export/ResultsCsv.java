package io.plenary.export;

/** Results as CSV, one row per activity and option: see HTTP.md, "Results". */
public final class ResultsCsv {
  private ResultsCsv() {}

  /** Rows of the kinds that stand in this file; of the others nothing. */
  public static byte[] write(EventResults event) {
    Csv csv =
        new Csv(
            "event",
            "room",
            "activity",
            "question",
            "kind",
            "state",
            "option",
            "measure",
            "count",
            "percent",
            "base",
            "connected",
            "voted",
            "abstained",
            "not_shown",
            "not_voted",
            "rejected");
    for (ActivityResults results : event.activities()) {
      if (!results.file().inCsv()) continue;
      if (results instanceof BallotResults<?> ballots) ballots(csv, event, ballots);
      else results.rows().forEach(row -> row(csv, event, row));
    }
    return csv.bytes();
  }

  private static void ballots(Csv csv, EventResults event, BallotResults<?> ballots) {
    ballots.rows().forEach(row -> row(csv, event, row, ballots));
    if (ballots.abstainLabel() == null) return;
    row(
        csv,
        event,
        new ResultRow(
            ballots.room(),
            ballots.activity().id(),
            ballots.activity().title(),
            ballots.sort(),
            ballots.abstainLabel(),
            "abstained",
            ballots.counted().shown(ballots.turnout().abstained()),
            null,
            ballots.turnout().voted(),
            null),
        ballots);
  }

  private static void row(Csv csv, EventResults event, ResultRow r) {
    csv.row(
        event.name(),
        r.room(),
        r.id(),
        r.activity(),
        r.kind(),
        null,
        r.option(),
        r.measure(),
        r.count(),
        r.percent(),
        r.base(),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static void row(Csv csv, EventResults event, ResultRow r, BallotResults<?> of) {
    Turnout t = of.turnout();
    csv.row(
        event.name(),
        r.room(),
        r.id(),
        r.activity(),
        r.kind(),
        of.state(),
        r.option(),
        r.measure(),
        r.count(),
        r.percent(),
        r.base(),
        t.connected(),
        t.voted(),
        t.abstained(),
        t.notShown(),
        t.notVoted(),
        t.rejected());
  }
}
