package io.plenary.export.workbook;

import java.util.List;

/**
 * Bars of a table that stands on a sheet, one for each row; rows that stand out do so here, too.
 * Its numbers are written as the columns are.
 *
 * @param labels column with the names of the bars
 * @param series columns with their lengths
 */
public record Chart(String title, int labels, List<Integer> series) {
  public Chart {
    series = List.copyOf(series);
  }
}
