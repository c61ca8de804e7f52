package io.plenary.export.workbook;

/**
 * Where a table stands.
 *
 * @param header row of it, from 0
 */
record Cells(String sheet, int header, Table table) {
  String header(int column) {
    return at(column, header);
  }

  /** The cells of a column, without its header. */
  String values(int column) {
    return at(column, header + 1) + ":" + cell(column, header + table.rows().size());
  }

  private String at(int column, int row) {
    return "'" + sheet + "'!" + cell(column, row);
  }

  private static String cell(int column, int row) {
    return "$" + letters(column) + "$" + (row + 1);
  }

  private static String letters(int column) {
    String last = String.valueOf((char) ('A' + column % 26));
    return column < 26 ? last : letters(column / 26 - 1) + last;
  }
}
