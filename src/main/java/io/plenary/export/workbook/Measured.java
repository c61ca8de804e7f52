package io.plenary.export.workbook;

/** A number that is written otherwise than its column. */
public record Measured(Number number, Format format) {
  @Override
  public String toString() {
    return number.toString();
  }
}
