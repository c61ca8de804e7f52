package io.plenary.export;

import java.util.HashMap;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;

/** Adds sheets to the workbook, and says in the sheet About what each is. */
public final class Sheets {
  private final Workbook book;
  private final Sheet about;
  private final Map<String, Integer> numbers = new HashMap<>();

  Sheets(Workbook book, Sheet about) {
    this.book = book;
    this.about = about;
  }

  /**
   * A sheet of which there is one.
   *
   * @param name at most 31 characters, without those that spreadsheets do not take: []:*?/\
   * @param what is on it, for people
   */
  public Sheet add(String name, String what, Object... header) {
    about.row("Sheet " + name, what);
    return new Sheet(book, name, header);
  }

  /** One of several, numbered from 1 behind the name. */
  public Sheet addNumbered(String name, String what, Object... header) {
    return add(name + " " + numbers.merge(name, 1, Integer::sum), what, header);
  }
}
