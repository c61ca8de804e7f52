package io.plenary.export.workbook;

/**
 * A cell that leads to the top of another sheet.
 *
 * @param sheet its name
 */
public record Link(String text, String sheet) {
  @Override
  public String toString() {
    return text;
  }
}
