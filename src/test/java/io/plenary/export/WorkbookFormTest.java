package io.plenary.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.kinds.qa.export.Asked;
import io.plenary.kinds.qa.export.QuestionResults;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.ChartSpaceDocument;
import org.openxmlformats.schemas.drawingml.x2006.spreadsheetDrawing.WsDrDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.SstDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.StyleSheetDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.WorkbookDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.WorksheetDocument;

/** How the workbook looks, prints and holds to its format, whatever people wrote. */
class WorkbookFormTest {
  private static final Instant NOW = Instant.parse("2027-03-09T18:00:30Z");

  private static final List<String> HOSTILE =
      List.of(
          "=1+1",
          "007",
          "_x0041_ \u0001 <c:v>&amp;\"'",
          "\u05e9\u05dc\u05d5\u05dd \u202e 👩🏽‍⚕️",
          "a/b\\c[d]*:?'",
          "x".repeat(40_000),
          "'",
          "\ud800",
          "History");

  private static byte[] example() {
    return ResultsWorkbook.write(
        Asked.event(ExampleResults.multiple(), ExampleResults.empty(), Asked.room()), NOW);
  }

  private static byte[] hostile() {
    List<ActivityResults> all = new ArrayList<>();
    for (String words : HOSTILE) {
      all.add(ExampleResults.answered(words, List.of(words, "No"), List.of(3L, 2L)));
      all.add(new QuestionResults("a", words, "open", 1, List.of(Asked.saying(words))));
    }
    return ResultsWorkbook.write(
        new EventResults("e", "R&D \u0001 &P", "2027-03-08", "2027-03-08", "Europe/London", all),
        NOW);
  }

  private static XSSFWorkbook read(byte[] file) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(file));
  }

  /** By the plainest reader there is: from the beginning, without the directory at the end. */
  private static Map<String, byte[]> parts(byte[] file) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        assertNull(parts.put(e.getName(), zip.readAllBytes()), e.getName());
      }
    }
    return parts;
  }

  @Test
  void everyPartIsAsItsSchemaWantsIt() throws Exception {
    for (byte[] file : List.of(example(), hostile())) {
      int checked = 0;
      for (Map.Entry<String, byte[]> part : parts(file).entrySet()) {
        XmlObject document = document(part.getKey(), part.getValue());
        if (document == null) continue;
        List<XmlError> errors = new ArrayList<>();
        document.validate(new XmlOptions().setErrorListener(errors));
        // Spaces of texts are kept by an attribute that no schema has, and Excel writes it, too.
        errors.removeIf(e -> e.getMessage().contains("space@http://www.w3.org/XML/1998"));
        assertEquals(List.of(), errors, part.getKey());
        checked++;
      }
      assertTrue(checked > 8, "parts checked: " + checked);
    }
  }

  private static XmlObject document(String name, byte[] part) throws Exception {
    ByteArrayInputStream in = new ByteArrayInputStream(part);
    if (name.endsWith(".rels")) return null;
    if (name.startsWith("xl/charts/")) return ChartSpaceDocument.Factory.parse(in);
    if (name.startsWith("xl/drawings/")) return WsDrDocument.Factory.parse(in);
    if (name.startsWith("xl/worksheets/")) return WorksheetDocument.Factory.parse(in);
    return switch (name) {
      case "xl/workbook.xml" -> WorkbookDocument.Factory.parse(in);
      case "xl/styles.xml" -> StyleSheetDocument.Factory.parse(in);
      case "xl/sharedStrings.xml" -> SstDocument.Factory.parse(in);
      default -> null;
    };
  }

  @Test
  void namesOfSheetsAreTakenByEverySpreadsheet() throws IOException {
    try (XSSFWorkbook book = read(hostile())) {
      Set<String> seen = new HashSet<>();
      for (int i = 0; i < book.getNumberOfSheets(); i++) {
        String name = book.getSheetName(i);
        assertTrue(name.length() <= 31 && !name.isBlank(), name);
        assertFalse(name.matches(".*[\\[\\]:*?/\\\\'\\p{Cc}].*"), name);
        assertTrue(seen.add(name.toLowerCase(Locale.ROOT)), name);
      }
      assertEquals(HOSTILE.size() + 4, seen.size());
    }
  }

  @Test
  void whatPeopleWroteStandsInCellsAndChartsAsItIs() throws IOException {
    try (XSSFWorkbook book = read(hostile())) {
      for (int i = 0; i < HOSTILE.size(); i++) {
        String words = HOSTILE.get(i).replace('\u0001', '\ufffd').replace('\ud800', '?');
        if (i == HOSTILE.indexOf("\ud800")) words = "\ufffd";
        if (words.length() > 32_767) words = words.substring(0, 32_766) + "…";
        XSSFSheet sheet = book.getSheetAt(i + 1);
        assertEquals(words, sheet.getRow(0).getCell(0).getStringCellValue());
        CTBarSer bars = bars(sheet);
        int first =
            Integer.parseInt(bars.getCat().getStrRef().getF().replaceAll(".*B\\$(\\d+):.*", "$1"));
        assertEquals(words, sheet.getRow(first - 1).getCell(1).getStringCellValue());
        String cached = bars.getCat().getStrRef().getStrCache().getPtArray(0).getV();
        assertEquals(words, cached.replace("_x005F_", "_"));
        String said = sheet.getDrawingPatriarch().getCharts().get(0).getTitleText().getString();
        assertTrue(said.length() <= 130, said);
      }
    }
  }

  static CTBarSer bars(XSSFSheet sheet) {
    return sheet
        .getDrawingPatriarch()
        .getCharts()
        .get(0)
        .getCTChart()
        .getPlotArea()
        .getBarChartArray(0)
        .getSerArray(0);
  }

  @Test
  void printsOnA4OnePageWideWithTheEventAndPageNumbers() throws IOException {
    try (XSSFWorkbook book = read(example())) {
      for (int i = 0; i < book.getNumberOfSheets(); i++) {
        XSSFSheet sheet = book.getSheetAt(i);
        String name = sheet.getSheetName();
        PrintSetup print = sheet.getPrintSetup();
        assertEquals(PrintSetup.A4_PAPERSIZE, print.getPaperSize(), name);
        assertTrue(sheet.getFitToPage(), name);
        assertEquals(1, print.getFitWidth(), name);
        assertTrue(sheet.getHeader().getLeft().endsWith("Results: Spring conference"), name);
        assertTrue(sheet.getFooter().getRight().endsWith("Page &P of &N"), name);
        assertTrue(sheet.getRepeatingRows() != null, name);
        assertTrue(sheet.getPaneInformation().isFreezePane(), name);
        assertEquals(
            sheet.getRepeatingRows().getLastRow() + 1,
            sheet.getPaneInformation().getHorizontalSplitPosition(),
            "what is kept in sight is what is printed again: " + name);
        assertFalse(sheet.isDisplayGridlines(), name);
      }
      assertTrue(book.getSheet("Data").getPrintSetup().getLandscape());
      assertFalse(book.getSheet("1 What helps").getPrintSetup().getLandscape());
      assertEquals(1, book.getSheet("1 What helps").getPrintSetup().getFitHeight());
      assertEquals("'Q&A'!$A$1:$G$9", book.getPrintArea(book.getSheetIndex("Q&A")));
      assertEquals(9, book.getSheet("Q&A").getLastRowNum() + 1);
      assertEquals(
          "A1:Q9", book.getSheet("Q&A").getCTWorksheet().getAutoFilter().getRef(), "filters");
    }
    try (XSSFWorkbook book = read(hostile())) {
      String head = book.getSheetAt(0).getHeader().getLeft();
      assertTrue(head.endsWith("Results: R&&D &&P"), "no code of a header: " + head);
    }
  }

  @Test
  void columnsAreAsWideAsTheirTextsWithinBoundsAndTheRestWraps() throws IOException {
    try (XSSFWorkbook book = read(hostile())) {
      for (int i = 0; i < book.getNumberOfSheets(); i++) {
        XSSFSheet sheet = book.getSheetAt(i);
        int width = sheet.getRow(sheet.getLastRowNum()).getLastCellNum();
        for (int column = 0; column < width; column++) {
          double characters = sheet.getColumnWidth(column) / 256.0;
          assertTrue(characters >= 5 && characters <= 90, sheet.getSheetName() + " " + column);
        }
      }
      assertTrue(book.getSheet("Data").getRow(1).getCell(1).getCellStyle().getWrapText());
    }
  }

  @Test
  void sharesArePercentNumbersAndCountsWholeOnes() throws IOException {
    try (XSSFWorkbook book = read(example())) {
      XSSFSheet sheet = book.getSheet("1 What helps");
      int header =
          IntStream.rangeClosed(0, sheet.getLastRowNum())
              .filter(r -> "Option".equals(text(sheet, r, 1)))
              .findFirst()
              .orElseThrow();
      var votes = sheet.getRow(header + 2).getCell(2);
      var share = sheet.getRow(header + 2).getCell(3);
      assertEquals(
          List.of(2.0, 0.667), List.of(votes.getNumericCellValue(), share.getNumericCellValue()));
      assertEquals("#,##0", votes.getCellStyle().getDataFormatString());
      assertEquals("0.0%", share.getCellStyle().getDataFormatString());
      assertEquals("0.0%", bars(sheet).getVal().getNumRef().getNumCache().getFormatCode());
      assertEquals(
          "yyyy-mm-dd hh:mm",
          book.getSheet("Q&A").getRow(1).getCell(8).getCellStyle().getDataFormatString());
    }
  }

  private static String text(XSSFSheet sheet, int row, int column) {
    var cell = sheet.getRow(row) == null ? null : sheet.getRow(row).getCell(column);
    return cell == null ? null : cell.toString();
  }

  @Test
  void itsPropertiesNameTheEventAndNobody() throws IOException {
    try (XSSFWorkbook book = read(example())) {
      var core = book.getProperties().getCoreProperties();
      assertEquals("Spring conference", core.getTitle());
      assertEquals("Plenary", core.getCreator());
      assertNull(core.getLastModifiedByUser());
      assertNull(book.getProperties().getExtendedProperties().getCompany());
      assertNull(book.getProperties().getExtendedProperties().getManager());
    }
  }

  @Test
  void chartsHaveTheColoursOfTheStageOnPaper() throws IOException {
    String tokens = Files.readString(Path.of("web/src/ui/tokens.css"));
    try (XSSFWorkbook book = read(example())) {
      CTBarSer bars = bars(book.getSheet("1 What helps"));
      assertEquals(token(tokens, "bar"), rgb(bars.getSpPr().getSolidFill().getSrgbClr().getVal()));
      assertEquals(1, bars.sizeOfDPtArray(), "one leads");
      assertEquals(0, bars.getDPtArray(0).getIdx().getVal());
      assertEquals(
          token(tokens, "leader"),
          rgb(bars.getDPtArray(0).getSpPr().getSolidFill().getSrgbClr().getVal()));
      assertNull(book.getSheet("2 Ready").getDrawingPatriarch(), "nobody voted: nothing to draw");
    }
  }

  private static String token(String css, String name) {
    return css.replaceAll("(?s).*?--" + name + ": (#[0-9a-f]{6});.*", "$1");
  }

  private static String rgb(byte[] colour) {
    return String.format(Locale.ROOT, "#%02x%02x%02x", colour[0], colour[1], colour[2]);
  }
}
