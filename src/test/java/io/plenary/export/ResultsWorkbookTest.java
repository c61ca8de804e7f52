package io.plenary.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.kinds.qa.export.Asked;
import io.plenary.kinds.qa.export.QuestionsCsv;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Read back with Apache POI, which shares nothing with what writes it. */
class ResultsWorkbookTest {
  private static final Instant NOW = Instant.parse("2027-03-09T18:00:30Z");

  static XSSFWorkbook read(EventResults event) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(ResultsWorkbook.write(event, NOW)));
  }

  private static Object value(Cell cell) {
    if (cell == null || cell.getCellType() == CellType.BLANK) return "";
    if (cell.getCellType() == CellType.STRING) return cell.getStringCellValue();
    assertEquals(
        CellType.NUMERIC, cell.getCellType(), "neither text nor number at " + cell.getAddress());
    return DateUtil.isCellDateFormatted(cell)
        ? cell.getLocalDateTimeCellValue()
        : (Object) cell.getNumericCellValue();
  }

  static List<List<Object>> rows(XSSFSheet sheet) {
    return rows(sheet, 0);
  }

  /** From a row on, as wide as it is. */
  private static List<List<Object>> rows(XSSFSheet sheet, int from) {
    int width = sheet.getRow(from).getLastCellNum();
    List<List<Object>> rows = new ArrayList<>();
    for (Row row : sheet) {
      if (row.getRowNum() < from) continue;
      rows.add(IntStream.range(0, width).mapToObj(i -> value(row.getCell(i))).toList());
    }
    return rows;
  }

  /** No quoting keeps a spreadsheet from it, and anything else would alter what was written. */
  @Test
  @DisplayName(
      "R7 what looks like a number or a date stands in the CSV as it was written, and in the"
          + " workbook as text")
  void r7_textsThatLookLikeNumbers() throws IOException {
    for (String text : List.of("007", "1-2", "1e5", "0x10", "3/4")) {
      EventResults results = ExampleResults.event(ExampleResults.asking(text, text));
      String csv = new String(ResultsCsv.write(results), StandardCharsets.UTF_8);
      assertTrue(csv.contains(",p3," + text + ","), csv);
      assertTrue(csv.contains("," + text + ",votes,"), csv);
      List<List<Object>> data = rows(read(results).getSheet("Data"));
      assertTrue(
          data.stream().anyMatch(row -> row.get(1).equals(text) && row.get(3).equals(text)), text);
    }
    assertTrue(
        rows(read(ExampleResults.event()).getSheet("Codebook")).stream()
            .anyMatch(row -> row.get(3).toString().contains("007 stays 007")),
        "the codebook says so");
  }

  @Test
  void beginsWithASummaryThenEachActivityThenQuestionsThenData() throws IOException {
    try (XSSFWorkbook book =
        read(Asked.event(ExampleResults.multiple(), ExampleResults.empty(), Asked.room()))) {
      List<String> names =
          StreamSupport.stream(book.spliterator(), false).map(s -> s.getSheetName()).toList();
      assertEquals(List.of("Summary", "1 What helps", "2 Ready", "Q&A", "Data", "Codebook"), names);
      assertEquals(0, book.getActiveSheetIndex());
      XSSFSheet summary = book.getSheet("Summary");
      List<List<Object>> said = rows(summary, 0);
      assertEquals("Spring conference", said.get(0).get(0));
      assertEquals("8 March 2027 to 9 March 2027 (Europe/London)", value(summary, "Date"));
      assertEquals("Main hall", value(summary, "Rooms"));
      assertEquals(0.333, value(summary, "Turnout"), "4 of 12");
      assertEquals(LocalDateTime.parse("2027-03-09T18:00"), value(summary, "Exported"));
      List<List<Object>> lines = rows(summary, header(summary));
      assertEquals(
          List.of(
              "No.",
              "Room",
              "Question",
              "Result",
              "Value",
              "Measure",
              "Voted",
              "Connected",
              "Turnout",
              "State"),
          lines.get(0));
      assertEquals(
          List.of(
              "1",
              "Main hall",
              "What helps?",
              "Job share",
              1.0,
              "Votes",
              3.0,
              6.0,
              0.667,
              "Closed"),
          lines.get(1));
      assertEquals(
          List.of(
              "2", "Main hall", "Ready?", "Nobody has voted yet.", "", "", 0.0, 6.0, 0.0, "Open"),
          lines.get(2));
      assertEquals(List.of("", "Main hall", "Questions"), lines.get(3).subList(0, 3));
      assertTrue(lines.get(3).get(3).toString().startsWith("8 asked: 1 waiting"), lines::toString);
      assertEquals(
          List.of("'1 What helps'!A1", "'2 Ready'!A1"),
          summary.getHyperlinkList().stream().map(h -> h.getLocation()).sorted().toList());
    }
  }

  private static Object value(XSSFSheet sheet, String what) {
    for (Row row : sheet) {
      if (value(row.getCell(0)).equals(what)) return value(row.getCell(1));
    }
    throw new AssertionError("no " + what);
  }

  /** Row of the last line that begins with the number of a table. */
  private static int header(XSSFSheet sheet) {
    for (Row row : sheet) if (value(row.getCell(0)).equals("No.")) return row.getRowNum();
    throw new AssertionError("no table");
  }

  @Test
  void anActivityHasItsNumbersWhatWasChosenTogetherAndTurnout() throws IOException {
    try (XSSFWorkbook book = read(Asked.event(ExampleResults.multiple()))) {
      XSSFSheet sheet = book.getSheet("1 What helps");
      List<List<Object>> all = new ArrayList<>();
      for (Row row : sheet) {
        all.add(IntStream.range(0, 5).mapToObj(i -> value(row.getCell(i))).toList());
      }
      assertEquals("What helps?", all.get(0).get(0));
      assertEquals(
          "Main hall. Closed. Percentages are of the 3 people who voted; who abstained is not among"
              + " them.",
          all.get(1).get(0));
      for (List<Object> row :
          List.<List<Object>>of(
              List.of("No.", "Option", "Votes", "Percent", ""),
              List.of(1.0, "Job share", 3.0, 1.0, ""),
              List.of(2.0, "Part-time", 2.0, 0.667, ""),
              List.of("", "Chosen together", "People", "Percent", "Options"),
              List.of("", "Job share + Part-time", 2.0, 0.667, "1, 2"),
              List.of("", "Job share", 1.0, 0.333, "1"),
              List.of("", "Voted", 3.0, 0.5, ""),
              List.of("", "Abstained", 1.0, 0.167, ""),
              List.of("", "Did not vote", 2.0, 0.333, ""),
              List.of("", "Connected while it was open", 6.0, 1.0, ""),
              List.of("", "Latest vote came too late (counted above)", 1.0, "", ""))) {
        assertTrue(all.contains(row), () -> row + " in " + all);
      }
      assertTrue(
          all.indexOf(List.of("", "Job share + Part-time", 2.0, 0.667, "1, 2"))
              < all.indexOf(List.of("", "Job share", 1.0, 0.333, "1")),
          "what most chose comes first");
    }
  }

  @Test
  void holdsEveryNumberAndEveryQuestion() throws IOException {
    try (XSSFWorkbook book =
        read(Asked.event(ExampleResults.multiple(), ExampleResults.empty(), Asked.room()))) {
      List<List<Object>> summary = rows(book.getSheet("Data"));
      assertEquals(
          List.of(
              "room",
              "activity",
              "kind",
              "option",
              "measure",
              "count",
              "percent",
              "base",
              "base_of"),
          summary.get(0));
      assertEquals(
          List.of(
              "Main hall",
              "What helps?",
              "multiple",
              "Part-time",
              "votes",
              2.0,
              0.667,
              3.0,
              "voted"),
          summary.get(2));
      assertEquals(
          List.of(
              "Main hall",
              "What helps?",
              "turnout",
              "not_shown",
              "people",
              0.0,
              0.0,
              6.0,
              "connected"),
          summary.get(5));
      assertEquals(
          List.of(
              "Main hall",
              "What helps?",
              "turnout",
              "not_voted",
              "people",
              2.0,
              0.333,
              6.0,
              "connected"),
          summary.get(6));
      assertEquals(
          List.of("Main hall", "What helps?", "turnout", "rejected", "people", 1.0, "", "", ""),
          summary.get(7));
      assertEquals(
          List.of("Main hall", "Ready?", "single", "Yes", "votes", 0.0, "", 0.0, "voted"),
          summary.get(8),
          "nobody voted, so there is no percentage");
      assertTrue(
          summary.contains(
              List.of(
                  "Main hall",
                  "Questions",
                  "qa",
                  "merged",
                  "questions",
                  2.0,
                  0.25,
                  8.0,
                  "received")),
          summary.toString());
      List<List<Object>> questions = rows(book.getSheet("Q&A"));
      String columns = new String(QuestionsCsv.write(Asked.event()), StandardCharsets.UTF_8);
      assertEquals(Set.of(columns.substring(1).strip().split(",")), Set.copyOf(questions.get(0)));
      LocalDateTime at = LocalDateTime.parse("2027-03-08T14:02");
      assertEquals(
          List.of(
              1.0,
              "What will change?",
              7.0,
              "answered",
              "Much.",
              "",
              "Main hall",
              "written",
              at,
              at,
              at.plusMinutes(40),
              "",
              "",
              "",
              "",
              "What wil chagne?",
              "an"),
          questions.get(1));
      assertTrue(
          questions.contains(
              List.of(
                  3.0,
                  "Why now?",
                  3.0,
                  "merged",
                  "",
                  "",
                  "Main hall",
                  "",
                  at,
                  at.plusMinutes(2),
                  "",
                  "",
                  "",
                  "",
                  "2",
                  "",
                  "m1")),
          questions::toString);
      assertEquals(9, questions.size());
    }
  }

  @Test
  void anEventWithoutAnythingHasItsSheets() throws IOException {
    try (XSSFWorkbook book = read(Asked.event())) {
      assertEquals(3, book.getNumberOfSheets());
      assertEquals("Spring conference", rows(book.getSheet("Summary")).get(0).get(0));
      assertEquals(1, rows(book.getSheet("Data")).size());
    }
  }
}
