package io.plenary.export;

import io.plenary.export.workbook.Book;
import io.plenary.export.workbook.Column;
import io.plenary.export.workbook.Table;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Adds sheets of one table to the workbook, and says in the codebook what each is. */
public final class Sheets {
  private final Book book;
  private final Codebook codebook;

  Sheets(Book book, Codebook codebook) {
    this.book = book;
    this.codebook = codebook;
  }

  /**
   * @param what is on it, for people
   */
  public void add(String name, String what, Table table) {
    add(name, what, table, 0);
  }

  /**
   * @param printed how many of its columns, from the left, are printed; 0: all
   */
  public void add(String name, String what, Table table, int printed) {
    String given = book.name(name);
    codebook.sheet(given, what);
    try {
      book.add(given, table.columns().stream().map(Column::width).toList(), printed)
          .filteredTable(table);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
