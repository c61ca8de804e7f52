package io.plenary.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file (RFC 4180): UTF-8 with a byte order mark, without which Excel takes it for another
 * encoding. A text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP,
 * "CSV Injection"). A text that a spreadsheet would take for a number or a date stands as it is: no
 * way of quoting keeps a spreadsheet from it, and what does, a formula or an apostrophe, would be
 * part of the text to every other program. The workbook holds such a text as text.
 */
public final class Csv {
  /**
   * First characters of what spreadsheets run: also the full-width forms, which some of them read
   * as the plain ones.
   */
  private static final String STARTS_FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private final StringBuilder out = new StringBuilder("\ufeff");
  private final CSVPrinter rows;

  public Csv(String... header) {
    try {
      rows = new CSVPrinter(out, CSVFormat.RFC4180.builder().setHeader(header).get());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A cell that is text is made safe, a time is written as spreadsheets read it, a null is an empty
   * one.
   */
  public void row(@Nullable Object... cells) {
    try {
      for (Object cell : cells) rows.print(shown(cell));
      rows.println();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public byte[] bytes() {
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Object shown(Object cell) {
    if (cell instanceof OffsetDateTime time) return MINUTE.format(time);
    return cell instanceof String text ? safe(text) : cell;
  }

  private static String safe(String text) {
    return !text.isEmpty() && STARTS_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
