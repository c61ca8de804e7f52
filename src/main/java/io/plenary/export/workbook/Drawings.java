package io.plenary.export.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Charts by sheet, each kept as the finished text of its part: what they are of is free to go. The
 * library that writes the sheets has none.
 */
final class Drawings {
  /** One chart of a sheet. */
  record Placed(Anchor anchor, String title, byte[] xml) {}

  private final Map<Integer, List<Placed>> bySheet = new TreeMap<>();
  private int sheet;

  /** From here on charts are added to this one, from 1. */
  void sheet(int number) {
    sheet = number;
  }

  void add(Anchor anchor, Chart chart, Cells cells) {
    byte[] xml = new ChartPart(chart, cells).xml();
    bySheet
        .computeIfAbsent(sheet, s -> new ArrayList<>())
        .add(new Placed(anchor, chart.title(), xml));
  }

  Map<Integer, List<Placed>> bySheet() {
    return bySheet;
  }
}
