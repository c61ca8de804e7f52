package io.plenary.export;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the rows of one activity with ballots; the base is who voted where none is said. */
public final class BallotRows {
  private static final String VOTED = "voted";
  private final BallotResults<?> results;
  private final List<ResultRow> rows = new ArrayList<>();

  BallotRows(BallotResults<?> results) {
    this.results = results;
  }

  /**
   * People of those who voted.
   *
   * @param option what the number is of, such as the text of an option
   * @param measure what is counted, as the kind's codebook explains it
   */
  public void people(String option, String measure, long count) {
    people(option, measure, count, results.turnout().voted(), VOTED);
  }

  /**
   * People of some of those who voted.
   *
   * @param base how many these are
   * @param baseOf who they are, as the kind's codebook explains it
   */
  public void people(String option, String measure, long count, long base, String baseOf) {
    Long shown = results.counted().shown(count);
    add(option, measure, shown, Percent.of(count, base), base, baseOf);
  }

  /**
   * What is no number of people, such as a sum of points.
   *
   * @param number null when there is none, such as the mean of nobody
   */
  public void number(String option, String measure, @Nullable Number number) {
    Number shown = results.counted().withheld() ? null : number;
    add(option, measure, shown, null, results.turnout().voted(), VOTED);
  }

  private void add(
      String option,
      String measure,
      @Nullable Number count,
      java.math.@Nullable BigDecimal percent,
      long base,
      String baseOf) {
    rows.add(
        new ResultRow(
            results.room(),
            results.activity().id(),
            results.activity().title(),
            results.sort(),
            option,
            measure,
            count,
            percent,
            base,
            baseOf));
  }

  List<ResultRow> rows() {
    return rows;
  }

  /** Of those who voted, as a spreadsheet holds it: a half is 0.5; null when nobody voted. */
  public static @Nullable Number share(long people, long voted) {
    return Percent.fraction(Percent.of(people, voted));
  }
}
