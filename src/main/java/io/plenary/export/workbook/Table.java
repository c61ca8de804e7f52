package io.plenary.export.workbook;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table with a header. A cell is a text, a number, a time ({@link java.time.OffsetDateTime}, said
 * as its own zone says it) or null.
 *
 * @param title what it shows, for people; null when the sheet says it
 * @param strong numbers of rows that stand out, from 0
 */
public record Table(
    @Nullable String title,
    List<Column> columns,
    List<? extends List<? extends @Nullable Object>> rows,
    Set<Integer> strong) {
  public Table {
    columns = List.copyOf(columns);
    strong = Set.copyOf(strong);
  }

  public Table(
      @Nullable String title,
      List<Column> columns,
      List<? extends List<? extends @Nullable Object>> rows) {
    this(title, columns, rows, Set.of());
  }

  /** The same without the rows behind so many. */
  Table first(int most) {
    if (rows.size() <= most) return this;
    Set<Integer> still = strong.stream().filter(row -> row < most).collect(Collectors.toSet());
    return new Table(title, columns, rows.subList(0, most), still);
  }
}
