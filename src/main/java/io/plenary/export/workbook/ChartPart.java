package io.plenary.export.workbook;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A chart as ECMA-376, part 1, 21.2 (DrawingML, charts) says it: bars that lie, the first on top,
 * their numbers behind them and no axis of numbers. Cells are named and what they hold is said,
 * too, so that it is seen where nothing is calculated.
 */
final class ChartPart {
  private static final String LABELS = "50010001";
  private static final String LENGTHS = "50010002";

  /** As much as stands above a chart on two lines. */
  private static final int TITLE = 120;

  private static final String TITLE_SIZE = "1200";
  private static final String TEXT_SIZE = "1000";

  private final Chart chart;
  private final Cells cells;

  ChartPart(Chart chart, Cells cells) {
    this.chart = chart;
    this.cells = cells;
  }

  byte[] xml() {
    return Xml.part(
        x ->
            x.of(
                "c:chartSpace",
                space -> {
                  space.val("c:roundedCorners", "0");
                  space.of("c:chart", this::chart);
                  space.of("c:spPr", s -> fill(s, "FFFFFF").of("a:ln", l -> l.empty("a:noFill")));
                },
                "xmlns:c",
                Xml.DRAWING + "chart",
                "xmlns:a",
                Xml.DRAWING + "main",
                "xmlns:r",
                Xml.DOCUMENT + "relationships"));
  }

  private void chart(Xml x) {
    x.of("c:title", this::title);
    x.val("c:autoTitleDeleted", "0");
    x.of(
        "c:plotArea",
        plot -> {
          plot.empty("c:layout");
          plot.of("c:barChart", this::bars);
          plot.of("c:catAx", this::labelAxis);
          plot.of("c:valAx", this::lengthAxis);
        });
    if (chart.series().size() > 1) {
      x.of("c:legend", l -> l.val("c:legendPos", "b").val("c:overlay", "0"));
    }
    x.val("c:plotVisOnly", "1");
    x.val("c:dispBlanksAs", "gap");
  }

  private void title(Xml x) {
    String text = CellText.of(CellText.cut(chart.title(), TITLE));
    x.of(
        "c:tx",
        tx ->
            tx.of(
                "c:rich",
                rich -> {
                  rich.empty("a:bodyPr");
                  rich.of(
                      "a:p",
                      p -> {
                        p.of("a:pPr", pr -> letters(pr, "a:defRPr", TITLE_SIZE, "1"));
                        p.of("a:r", r -> letters(r, "a:rPr", TITLE_SIZE, "1").text("a:t", text));
                      });
                }));
    x.val("c:overlay", "0");
  }

  private void bars(Xml x) {
    x.val("c:barDir", "bar");
    x.val("c:grouping", chart.stacked() ? "percentStacked" : "clustered").val("c:varyColors", "0");
    for (int i = 0; i < chart.series().size(); i++) {
      int number = i;
      x.of("c:ser", ser -> series(ser, number));
    }
    x.val("c:gapWidth", "45");
    if (chart.stacked()) x.val("c:overlap", "100");
    x.val("c:axId", LABELS).val("c:axId", LENGTHS);
  }

  private void series(Xml x, int number) {
    int column = chart.series().get(number);
    Column said = cells.table().columns().get(column);
    String format = said.format().code() == null ? "General" : said.format().code();
    x.val("c:idx", Integer.toString(number)).val("c:order", Integer.toString(number));
    x.of("c:tx", tx -> strings(tx, cells.header(column), List.of(said.name())));
    String colour =
        chart.stacked()
            ? Colours.ofScale(number, chart.series().size())
            : Colours.SERIES.get(number % Colours.SERIES.size());
    x.of("c:spPr", s -> fill(s, colour));
    x.val("c:invertIfNegative", "0");
    if (chart.series().size() == 1) cells.table().strong().stream().sorted().forEach(leader(x));
    if (chart.stacked()) {
      // What is nothing has no room for a number.
      x.of("c:dLbls", l -> numbers(l, format + ";;", Colours.on(colour), "ctr"));
    } else {
      x.of("c:dLbls", l -> numbers(l, format, Colours.INK, "outEnd"));
    }
    x.of("c:cat", cat -> strings(cat, cells.values(chart.labels()), column(chart.labels())));
    x.of(
        "c:val",
        val ->
            val.of(
                "c:numRef",
                ref -> {
                  ref.text("c:f", cells.values(column));
                  ref.of(
                      "c:numCache",
                      cache -> points(cache.text("c:formatCode", format), column(column)));
                }));
  }

  private static Consumer<Integer> leader(Xml x) {
    return row ->
        x.of(
            "c:dPt",
            point -> {
              point.val("c:idx", row.toString());
              point.val("c:invertIfNegative", "0");
              point.val("c:bubble3D", "0");
              point.of("c:spPr", s -> fill(s, Colours.LEADER));
            });
  }

  private static void numbers(Xml x, String format, String ink, String place) {
    x.empty("c:numFmt", "formatCode", format, "sourceLinked", "0");
    x.of("c:spPr", s -> s.empty("a:noFill").of("a:ln", l -> l.empty("a:noFill")));
    letters(x, ink);
    x.val("c:dLblPos", place).val("c:showLegendKey", "0").val("c:showVal", "1");
    for (String not : List.of("CatName", "SerName", "Percent", "BubbleSize")) {
      x.val("c:show" + not, "0");
    }
  }

  private void labelAxis(Xml x) {
    axis(x, LABELS, "maxMin", "0", "l", null);
    x.of("c:spPr", s -> s.of("a:ln", l -> fill(l, Colours.EDGE), "w", "9525"));
    letters(x, Colours.INK);
    x.val("c:crossAx", LENGTHS).val("c:crosses", "autoZero").val("c:auto", "0");
    x.val("c:lblAlgn", "ctr").val("c:lblOffset", "100").val("c:noMultiLvlLbl", "1");
  }

  private void lengthAxis(Xml x) {
    axis(x, LENGTHS, "minMax", "1", "t", negative() ? null : "0");
    x.val("c:crossAx", LABELS).val("c:crosses", "autoZero").val("c:crossBetween", "between");
  }

  private boolean negative() {
    return chart.series().stream()
        .flatMap(column -> column(column).stream())
        .anyMatch(cell -> cell instanceof Number number && number.doubleValue() < 0);
  }

  /**
   * @param from where it begins; null: as the numbers want
   */
  private static void axis(
      Xml x, String id, String order, String hidden, String side, @Nullable String from) {
    x.val("c:axId", id);
    x.of(
        "c:scaling",
        s -> {
          s.val("c:orientation", order);
          if (from != null) s.val("c:min", from);
        });
    x.val("c:delete", hidden).val("c:axPos", side);
    x.empty("c:numFmt", "formatCode", "General", "sourceLinked", "0");
    x.val("c:majorTickMark", "none").val("c:minorTickMark", "none").val("c:tickLblPos", "low");
  }

  private List<? extends @Nullable Object> column(int column) {
    return cells.table().rows().stream().<@Nullable Object>map(row -> row.get(column)).toList();
  }

  private static void strings(Xml x, String cells, List<? extends @Nullable Object> values) {
    x.of(
        "c:strRef", ref -> ref.text("c:f", cells).of("c:strCache", cache -> points(cache, values)));
  }

  private static void points(Xml x, List<? extends @Nullable Object> values) {
    x.val("c:ptCount", Integer.toString(values.size()));
    for (int i = 0; i < values.size(); i++) {
      Object value = values.get(i);
      if (value == null) continue;
      String text = CellText.of(value.toString());
      x.of("c:pt", point -> point.text("c:v", text), "idx", Integer.toString(i));
    }
  }

  private static void letters(Xml x, String ink) {
    x.of(
        "c:txPr",
        t -> {
          t.empty("a:bodyPr");
          t.of("a:p", p -> p.of("a:pPr", pr -> letters(pr, "a:defRPr", TEXT_SIZE, "0", ink)));
        });
  }

  private static Xml letters(Xml x, String name, String size, String bold) {
    return letters(x, name, size, bold, Colours.INK);
  }

  private static Xml letters(Xml x, String name, String size, String bold, String ink) {
    return x.of(name, run -> fill(run, ink), "sz", size, "b", bold);
  }

  private static Xml fill(Xml x, String colour) {
    return x.of("a:solidFill", f -> f.val("a:srgbClr", colour));
  }
}
