package io.plenary.export.workbook;

import org.jspecify.annotations.Nullable;

/** How the cells of a column are written. */
public enum Format {
  TEXT(null),
  WHOLE("#,##0"),
  DECIMAL("#,##0.00"),
  /** Of a fraction: 0.667 is 66.7%. */
  PERCENT("0.0%"),
  MINUTE("yyyy-mm-dd hh:mm");

  private final @Nullable String code;

  Format(@Nullable String code) {
    this.code = code;
  }

  /** As the file says it; null when there is nothing to say. */
  public @Nullable String code() {
    return code;
  }

  boolean number() {
    return this == WHOLE || this == DECIMAL || this == PERCENT;
  }
}
