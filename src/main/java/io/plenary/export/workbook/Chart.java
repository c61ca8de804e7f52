package io.plenary.export.workbook;

import java.util.List;

/**
 * Bars of a table that stands on a sheet, one for each of its first {@value #MOST_BARS} rows; rows
 * that stand out do so here, too. Its numbers are written as the columns are.
 *
 * @param labels column with the names of the bars
 * @param series columns with their lengths
 * @param stacked whether the series of a row make one bar, as long as every other; else each has a
 *     bar of its own
 */
public record Chart(String title, int labels, List<Integer> series, boolean stacked) {
  /** More on a page cannot be read. */
  public static final int MOST_BARS = 40;

  public Chart {
    series = List.copyOf(series);
  }

  /** One in which every number has its bar. */
  public Chart(String title, int labels, List<Integer> series) {
    this(title, labels, series, false);
  }
}
