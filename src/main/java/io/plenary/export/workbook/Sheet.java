package io.plenary.export.workbook;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.DoubleStream;
import org.dhatim.fastexcel.HyperLink;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A sheet that is filled from top to bottom. Text is stored as text, so nothing in it is ever run
 * or turned into a number. Prints one page wide, as few pages as its texts can be read on.
 */
public final class Sheet {
  private static final double LINE = 15;
  private static final double TITLE_LINE = 21;
  private static final double TITLE_WIDER = 1.5;
  private static final double LINES_OF_A_BAR = 1.6;
  private static final int LINES_OF_A_TITLE = 3;
  private static final int FEWEST_LINES = 9;

  private final Worksheet sheet;
  private final String name;
  private final double[] widths;
  private final Page page;
  private final Drawings drawings;
  private int row;
  private double height;

  Sheet(Worksheet sheet, List<Double> widths, Page page, Drawings drawings) {
    this.sheet = sheet;
    this.name = sheet.getName();
    this.widths = widths.stream().mapToDouble(w -> w).toArray();
    this.page = page;
    this.drawings = drawings;
    for (int column = 0; column < this.widths.length; column++) {
      sheet.width(column, this.widths[column]);
    }
    sheet.hideGridLines();
  }

  public String name() {
    return name;
  }

  /** A line over the whole width. */
  public void line(Style style, String text) {
    boolean title = style == Style.TITLE;
    int lines = CellText.lines(text, width() / (title ? TITLE_WIDER : 1));
    double high = lines * (title ? TITLE_LINE : LINE) + (title ? 4 : 0);
    sheet.value(row, 0, CellText.of(text));
    style.on(sheet.style(row, 0)).set();
    if (widths.length > 1) sheet.range(row, 0, row, widths.length - 1).merge();
    next(high);
  }

  /** What something is, and it, over the other columns. */
  public void fact(String what, Object is, Format format) {
    cell(0, what, Style.HEADING, Format.TEXT);
    int last = widths.length - 1;
    cell(1, is, Style.SAID, format);
    if (last > 1) sheet.range(row, 1, row, last).merge();
    next(LINE * CellText.lines(is.toString(), width() - widths[0]));
  }

  public void gap() {
    sheet.rowHeight(row, LINE);
    next(LINE);
  }

  /** Keeps what stands above the next row in sight, and on every page that is printed. */
  public void keep() {
    if (row == 0) return;
    sheet.freezePane(0, row);
    sheet.repeatRows(0, row - 1);
  }

  /** A table whose header stays in sight, and on every page; what stands above it scrolls not. */
  public void keptTable(Table table) {
    sheet.freezePane(0, row + 1);
    sheet.repeatRows(row);
    table(table);
  }

  /** The same, with buttons that filter its rows. */
  public void filteredTable(Table table) {
    int header = row;
    keptTable(table);
    if (row > header + 1) sheet.setAutoFilter(header, 0, row - 1, table.columns().size() - 1);
  }

  public void table(Table table) {
    write(table);
  }

  /** A table, and below it a chart of it. */
  public void table(Table table, Chart chart) {
    Table charted = table.first(Chart.MOST_BARS);
    Cells cells = new Cells(name, write(table), charted);
    gap();
    int lines =
        Math.max(
            FEWEST_LINES,
            LINES_OF_A_TITLE
                + (int) Math.ceil(charted.rows().size() * chart.series().size() * LINES_OF_A_BAR));
    int top = row;
    for (int i = 0; i < lines; i++) gap();
    drawings.add(new Anchor(top, row, widths.length), chart, cells);
  }

  /**
   * @return row of the header
   */
  private int write(Table table) {
    if (table.title() != null) line(Style.HEADING, table.title());
    int header = row;
    List<Column> columns = table.columns();
    double high = LINE;
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      Style.HEADER.on(placed(sheet.style(row, i), i, column.format())).set();
      sheet.value(row, i, CellText.of(column.name()));
      high = Math.max(high, LINE * CellText.lines(column.name(), widths[i]));
    }
    next(high);
    styled(table, row);
    for (int i = 0; i < table.rows().size(); i++) {
      List<? extends @Nullable Object> cells = table.rows().get(i);
      high = LINE;
      for (int column = 0; column < columns.size(); column++) {
        high = Math.max(high, value(column, cells.get(column)));
      }
      next(high);
    }
    return header;
  }

  /** Column by column: cell by cell takes ten times as long. */
  private void styled(Table table, int first) {
    int last = first + table.rows().size() - 1;
    for (int i = 0; i < table.columns().size() && last >= first; i++) {
      Format format = table.columns().get(i).format();
      look(Style.CELL, sheet.range(first, i, last, i).style(), i, format);
      for (int strong : table.strong()) {
        look(Style.STRONG, sheet.style(first + strong, i), i, format);
      }
    }
  }

  private double cell(int column, Object value, Style style, Format format) {
    look(style, sheet.style(row, column), column, format);
    return value(column, value);
  }

  /**
   * @return how high it makes its row
   */
  private double value(int column, @Nullable Object value) {
    if (value instanceof Measured measured) {
      String code = measured.format().code();
      if (code != null) sheet.style(row, column).format(code).set();
      return value(column, measured.number());
    } else if (value instanceof Number number) {
      sheet.value(row, column, number);
    } else if (value instanceof OffsetDateTime time) {
      sheet.value(row, column, time.toLocalDateTime());
    } else if (value instanceof Link link) {
      String to = "'" + escaped(link.sheet()) + "'!A1";
      sheet.hyperlink(row, column, HyperLink.internal(to, CellText.of(link.text())));
      sheet.style(row, column).fontColor(Style.OPAQUE + Colours.BAR).underlined().set();
    } else if (value != null) {
      sheet.value(row, column, CellText.of(value.toString()));
      return LINE * CellText.lines(value.toString(), widths[column]);
    }
    return LINE;
  }

  /** The library writes where a link leads as it stands, into an attribute. */
  private static String escaped(String name) {
    return name.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private static void look(Style style, StyleSetter cells, int column, Format format) {
    StyleSetter look = style.on(placed(cells, column, format));
    if (format.code() != null) look.format(format.code());
    look.set();
  }

  /** Numbers stand on the right, and texts away from the numbers before them. */
  private static StyleSetter placed(StyleSetter cell, int column, Format format) {
    if (format.number()) return cell.horizontalAlignment("right");
    return column == 0 ? cell : cell.horizontalAlignment("left").indent(1);
  }

  /** Rows of one line are left to the spreadsheet. */
  private void next(double high) {
    if (high > LINE) sheet.rowHeight(row, Math.min(high, Worksheet.MAX_ROW_HEIGHT));
    height += high;
    row++;
  }

  private double width() {
    return DoubleStream.of(widths).sum();
  }

  void finish() throws IOException {
    int printed = page.printed() == 0 ? widths.length : page.printed();
    if (page.printed() != 0 && row > 0) {
      sheet.range(0, 0, row - 1, printed - 1).setName("_xlnm.Print_Area");
    }
    page.set(sheet, DoubleStream.of(widths).limit(printed).sum(), height);
    sheet.finish();
  }
}
