package io.plenary.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;

/** Polls with any number of votes: cells, charts and the summary say what a recount here says. */
class WorkbookPropertiesTest {
  @Property(tries = 40)
  void cellsChartsAndSummaryAgreeWithARecount(
      @ForAll @Size(min = 1, max = 5)
          List<@Size(min = 2, max = 20) List<@IntRange(max = 60) Integer>> polls)
      throws IOException {
    List<BallotResults<?>> all =
        IntStream.range(0, polls.size())
            .<BallotResults<?>>mapToObj(
                i ->
                    ExampleResults.answered(
                        "Question " + i,
                        IntStream.range(0, polls.get(i).size())
                            .mapToObj(o -> "Option " + o)
                            .toList(),
                        polls.get(i).stream().map(Integer::longValue).toList()))
            .toList();
    byte[] file =
        ResultsWorkbook.write(
            ExampleResults.event(all.toArray(ActivityResults[]::new)), Instant.EPOCH);
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      for (int i = 0; i < polls.size(); i++) {
        agrees(book.getSheetAt(i + 1), polls.get(i));
        summed(book.getSheetAt(0), i, polls.get(i));
      }
    }
  }

  private static void agrees(XSSFSheet sheet, List<Integer> votes) {
    int voted = votes.stream().mapToInt(v -> v).sum();
    if (voted == 0) {
      assertNull(sheet.getDrawingPatriarch());
      return;
    }
    CTBarSer bars = WorkbookFormTest.bars(sheet);
    CellReference[] names = cells(bars.getCat().getStrRef().getF(), sheet);
    CellReference[] shares = cells(bars.getVal().getNumRef().getF(), sheet);
    assertEquals(votes.size(), names.length);
    assertEquals(votes.size(), shares.length);
    assertEquals("Percent", value(sheet, cells(bars.getTx().getStrRef().getF(), sheet)[0]));
    for (int o = 0; o < votes.size(); o++) {
      assertEquals("Option " + o, value(sheet, names[o]));
      double share = Math.round(1_000.0 * votes.get(o) / voted) / 1_000.0;
      assertEquals(share, (double) value(sheet, shares[o]), 1e-12);
      assertEquals(
          share,
          Double.parseDouble(bars.getVal().getNumRef().getNumCache().getPtArray(o).getV()),
          1e-12);
      CellReference count = new CellReference(shares[o].getRow(), shares[o].getCol() - 1);
      assertEquals((double) votes.get(o), value(sheet, count));
    }
    int most = votes.stream().mapToInt(v -> v).max().orElseThrow();
    assertEquals(
        IntStream.range(0, votes.size()).filter(o -> votes.get(o) == most).boxed().toList(),
        bars.getDPtList().stream().map(p -> (int) p.getIdx().getVal()).toList(),
        "what leads");
  }

  private static void summed(XSSFSheet summary, int number, List<Integer> votes) {
    int voted = votes.stream().mapToInt(v -> v).sum();
    int header = 0;
    while (summary.getRow(header) == null
        || summary.getRow(header).getCell(0) == null
        || !summary.getRow(header).getCell(0).toString().equals("No.")) {
      header++;
    }
    var row = summary.getRow(header + 1 + number);
    assertEquals("Question " + number, row.getCell(2).getStringCellValue());
    assertEquals(voted, row.getCell(6).getNumericCellValue());
    int most = votes.stream().mapToInt(v -> v).max().orElseThrow();
    List<String> leaders =
        IntStream.range(0, votes.size())
            .filter(o -> most > 0 && votes.get(o) == most)
            .mapToObj(o -> "Option " + o)
            .toList();
    String said = row.getCell(3).getStringCellValue();
    if (leaders.isEmpty()) assertEquals("No votes", said);
    else if (leaders.size() == 1) assertEquals(leaders.get(0), said);
    else if (leaders.size() <= 3) assertEquals("Level: " + String.join("; ", leaders), said);
    else assertEquals("Level: " + leaders.size() + " options", said);
  }

  private static CellReference[] cells(String range, XSSFSheet of) {
    AreaReference area = new AreaReference(range, org.apache.poi.ss.SpreadsheetVersion.EXCEL2007);
    assertEquals(of.getSheetName(), area.getFirstCell().getSheetName());
    return area.getAllReferencedCells();
  }

  private static Object value(XSSFSheet sheet, CellReference at) {
    var cell = sheet.getRow(at.getRow()).getCell(at.getCol());
    assertNotNull(cell, at.formatAsString());
    return switch (cell.getCellType()) {
      case NUMERIC -> cell.getNumericCellValue();
      default -> cell.getStringCellValue();
    };
  }
}
