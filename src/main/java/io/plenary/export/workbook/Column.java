package io.plenary.export.workbook;

/**
 * A column of a table.
 *
 * @param width in characters
 */
public record Column(String name, double width, Format format) {
  private static final double LEAST_TEXT = 14;

  /** Of texts: as wide as the widest, within bounds; longer ones wrap. */
  public static Column texts(String name, Iterable<String> texts, double most) {
    double width = Math.max(LEAST_TEXT, CellText.width(name) + 2);
    for (String text : texts) width = Math.max(width, CellText.width(text) + 2);
    return new Column(name, Math.min(width, most), Format.TEXT);
  }

  public static Column text(String name, double width) {
    return new Column(name, width, Format.TEXT);
  }

  public static Column whole(String name, double width) {
    return new Column(name, width, Format.WHOLE);
  }

  public static Column percent(String name, double width) {
    return new Column(name, width, Format.PERCENT);
  }
}
