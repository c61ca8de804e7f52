package io.plenary.export;

import io.plenary.export.workbook.Chart;
import io.plenary.export.workbook.Column;
import io.plenary.export.workbook.Format;
import io.plenary.export.workbook.Measured;
import io.plenary.export.workbook.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one activity as people read them: what was measured side by side, an option a line.
 * What leads is what has most of the first measure.
 */
final class OptionTable {
  static final double NUMBER = 5;
  static final double TEXT = 58;
  private static final double MEASURE = 11;

  /** An option with its numbers, in the order of the measures. */
  private record Line(String option, List<@Nullable ResultRow> numbers) {}

  private final List<String> measures;
  private final List<Line> lines = new ArrayList<>();
  private final boolean ranked;

  /**
   * @param rows the first measure of an option comes before its others
   * @param ranked whether what has most leads
   */
  OptionTable(List<ResultRow> rows, boolean ranked) {
    this.ranked = ranked;
    Set<String> all = new LinkedHashSet<>();
    rows.forEach(row -> all.add(row.measure()));
    measures = List.copyOf(all);
    for (ResultRow row : rows) {
      int measure = measures.indexOf(row.measure());
      if (measure == 0) {
        List<@Nullable ResultRow> numbers = new ArrayList<>();
        measures.forEach(m -> numbers.add(null));
        lines.add(new Line(row.option(), numbers));
      }
      lines.get(lines.size() - 1).numbers().set(measure, row);
    }
  }

  /** Whether there is a number to show at all. */
  boolean said() {
    return numbers(0).anyMatch(n -> n > 0);
  }

  /** Lines that lead, from 0: none when there is no number. */
  Set<Integer> leaders() {
    double most = numbers(0).max().orElse(0);
    if (!ranked || most <= 0) return Set.of();
    Set<Integer> leaders = new LinkedHashSet<>();
    double[] all = numbers(0).toArray();
    for (int i = 0; i < all.length; i++) if (all[i] == most) leaders.add(i);
    return leaders;
  }

  /** The names of those that lead. */
  List<String> leading() {
    return leaders().stream().map(i -> lines.get(i).option()).toList();
  }

  /** What those that lead have: a share where there is one. */
  @Nullable Measured lead() {
    return leaders().stream()
        .findFirst()
        .map(i -> lines.get(i).numbers().get(0))
        .map(OptionTable::amount)
        .orElse(null);
  }

  String measure() {
    return name(measures.get(0));
  }

  Table table() {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.whole("No.", NUMBER));
    columns.add(Column.texts("Option", lines.stream().map(Line::option).toList(), TEXT));
    for (int m = 0; m < measures.size(); m++) {
      columns.add(new Column(name(measures.get(m)), MEASURE, format(m)));
      if (shares(m)) {
        columns.add(Column.percent("Percent", MEASURE));
      }
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      List<@Nullable Object> cells = new ArrayList<>();
      cells.add(i + 1);
      cells.add(lines.get(i).option());
      for (int m = 0; m < measures.size(); m++) {
        ResultRow row = lines.get(i).numbers().get(m);
        boolean shown = row != null && row.count() != null;
        cells.add(shown ? row.count() : null);
        if (shares(m)) cells.add(shown ? Percent.fraction(row.percent()) : null);
      }
      rows.add(cells);
    }
    return new Table(null, columns, rows, leaders());
  }

  /** Of the share of the first measure, or of itself. */
  Chart chart(String title) {
    boolean all = lines.size() <= Chart.MOST_BARS;
    String said = all ? title : title + ": the first " + Chart.MOST_BARS;
    return new Chart(said, 1, List.of(shares(0) ? 3 : 2));
  }

  /** Shares where there are, because options may have bases of their own. */
  private java.util.stream.DoubleStream numbers(int measure) {
    return lines.stream()
        .map(line -> line.numbers().get(measure))
        .mapToDouble(row -> row == null || row.count() == null ? 0 : amountOf(row));
  }

  private static double amountOf(ResultRow row) {
    double count = java.util.Objects.requireNonNull(row.count()).doubleValue();
    Long base = row.base();
    return row.percent() == null || base == null ? count : count / base;
  }

  private boolean shares(int measure) {
    return rows(measure).anyMatch(row -> row.percent() != null);
  }

  private Format format(int measure) {
    return rows(measure).anyMatch(row -> fine(row.count())) ? Format.DECIMAL : Format.WHOLE;
  }

  private java.util.stream.Stream<ResultRow> rows(int measure) {
    return IntStream.range(0, lines.size())
        .mapToObj(i -> lines.get(i).numbers().get(measure))
        .filter(java.util.Objects::nonNull);
  }

  private static @Nullable Measured amount(ResultRow row) {
    Number count = row.count();
    if (count == null) return null;
    BigDecimal share = Percent.fraction(row.percent());
    if (share != null) return new Measured(share, Format.PERCENT);
    return new Measured(count, fine(count) ? Format.DECIMAL : Format.WHOLE);
  }

  static boolean fine(@Nullable Number number) {
    return number instanceof BigDecimal || number instanceof Double;
  }

  /** Of a word of the codebook: {@code first_places} is "First places". */
  private static String name(String measure) {
    return measure.substring(0, 1).toUpperCase(Locale.ROOT)
        + measure.substring(1).replace('_', ' ');
  }
}
