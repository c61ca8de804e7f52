package io.plenary.export;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A sheet with a header, filled row by row. Text is stored as text, so nothing in it is ever run or
 * turned into a number; dates are dates in the event's time zone. A null is an empty cell.
 */
public final class Sheet {
  private static final String MINUTE = "yyyy-mm-dd hh:mm";
  private static final double WIDTH = 18;

  /** ECMA-376, part 1, 22.9.2.19 (ST_Xstring). */
  private static final Pattern LIKE_ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  private final Worksheet sheet;
  private int row = 1;

  Sheet(Workbook book, String name, Object... header) {
    sheet = book.newWorksheet(name);
    for (int column = 0; column < header.length; column++) {
      cell(0, column, header[column]);
      sheet.width(column, WIDTH);
      sheet.style(0, column).bold().set();
    }
    sheet.freezePane(0, 1);
  }

  /** Of a column that holds sentences. In characters. */
  public Sheet width(int column, double characters) {
    sheet.width(column, characters);
    return this;
  }

  public void row(@Nullable Object... cells) {
    for (int column = 0; column < cells.length; column++) cell(row, column, cells[column]);
    row++;
  }

  private void cell(int at, int column, Object value) {
    if (value instanceof Number number) {
      sheet.value(at, column, number);
    } else if (value instanceof OffsetDateTime time) {
      LocalDateTime local = time.toLocalDateTime();
      sheet.value(at, column, local);
      sheet.style(at, column).format(MINUTE).set();
    } else if (value != null) {
      sheet.value(at, column, written(value.toString()));
    }
  }

  /**
   * XML cannot say some characters at all, and one of them would spoil the whole file: our texts
   * hold none, but a damaged store might. What looks like the format's own way to say them is
   * escaped in that same way, or it would be read as another character.
   */
  private static String written(String text) {
    String plain = LIKE_ESCAPE.matcher(text).replaceAll("_x005F_");
    if (plain.codePoints().allMatch(Sheet::allowed)) return plain;
    return plain
        .codePoints()
        .map(c -> allowed(c) ? c : 0xFFFD)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** XML 1.0, production 2. */
  private static boolean allowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= ' ' && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
