package io.plenary.export.workbook;

/** Where a chart stands: rows from the top, from 0, and columns from the left edge. */
record Anchor(int top, int below, int columns) {}
