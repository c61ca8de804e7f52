package io.plenary.export.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarChart;
import org.openxmlformats.schemas.drawingml.x2006.chart.ChartSpaceDocument;
import org.openxmlformats.schemas.drawingml.x2006.chart.STBarGrouping;

/** Charts in which the series of a row make one bar. */
class StackedChartTest {
  private static ChartSpaceDocument chart(int points) throws Exception {
    List<Column> columns = new ArrayList<>(List.of(Column.whole("No.", 5), Column.text("Row", 9)));
    IntStream.rangeClosed(1, points).forEach(p -> columns.add(Column.whole("" + p, 6)));
    List<Object> row = new ArrayList<>(List.of(1, "<b>=1+1"));
    IntStream.range(0, points).forEach(row::add);
    Chart chart =
        new Chart(
            "Counts", 1, IntStream.range(2, points + 2).boxed().toList(), /* stacked= */ true);
    byte[] xml =
        new ChartPart(chart, new Cells("1 Sheet", 4, new Table(null, columns, List.of(row)))).xml();
    ChartSpaceDocument read = ChartSpaceDocument.Factory.parse(new ByteArrayInputStream(xml));
    List<XmlError> faults = new ArrayList<>();
    assertTrue(read.validate(new XmlOptions().setErrorListener(faults)), faults::toString);
    return read;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
  void eachRowIsOneBarWithAColourForEachSeries(int points) throws Exception {
    CTBarChart bars = chart(points).getChartSpace().getChart().getPlotArea().getBarChartArray(0);
    assertEquals(STBarGrouping.PERCENT_STACKED, bars.getGrouping().getVal());
    assertEquals(100, Integer.parseInt(bars.getOverlap().getVal().toString()));
    assertEquals(points, bars.sizeOfSerArray());
    Set<String> colours = new HashSet<>();
    Stream.of(bars.getSerArray())
        .map(s -> s.getSpPr().getSolidFill().getSrgbClr().getVal())
        .forEach(c -> colours.add("%02X%02X%02X".formatted(c[0], c[1], c[2])));
    assertEquals(points, colours.size(), colours::toString);
    assertTrue(colours.contains(Colours.BAR), "the far end is the colour of bars");
    for (String colour : colours) {
      assertTrue(contrast(colour, Colours.on(colour)) >= 4.5, colour);
    }
  }

  /** WCAG 2.2, relative luminance. */
  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String colour) {
    double[] part =
        IntStream.of(0, 2, 4)
            .mapToDouble(at -> Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0)
            .map(c -> c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4))
            .toArray();
    return 0.2126 * part[0] + 0.7152 * part[1] + 0.0722 * part[2];
  }

  @Test
  void nothingHasNoNumberInABar() throws Exception {
    CTBarChart bars = chart(3).getChartSpace().getChart().getPlotArea().getBarChartArray(0);
    assertEquals("#,##0;;", bars.getSerArray(0).getDLbls().getNumFmt().getFormatCode());
    assertEquals("ctr", bars.getSerArray(0).getDLbls().getDLblPos().getVal().toString());
  }
}
