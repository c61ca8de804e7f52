package io.plenary.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.event.Texts;
import io.plenary.kinds.qa.QuestionState;
import io.plenary.kinds.qa.export.Asked;
import io.plenary.kinds.qa.export.QuestionResults;
import io.plenary.kinds.qa.export.QuestionsCsv;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
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
import org.junit.jupiter.api.Test;

/** Read back with Apache POI, which shares nothing with what writes it. */
class ResultsWorkbookTest {
  private static final Instant NOW = Instant.parse("2027-03-09T18:00:30Z");

  private static XSSFWorkbook read(EventResults event) throws IOException {
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

  private static List<List<Object>> rows(XSSFSheet sheet) {
    int width = sheet.getRow(0).getLastCellNum();
    List<List<Object>> rows = new ArrayList<>();
    for (Row row : sheet) {
      rows.add(IntStream.range(0, width).mapToObj(i -> value(row.getCell(i))).toList());
    }
    return rows;
  }

  @Test
  void holdsEveryNumberAndEveryQuestion() throws IOException {
    try (XSSFWorkbook book =
        read(Asked.event(ExampleResults.multiple(), ExampleResults.empty(), Asked.room()))) {
      List<String> names =
          StreamSupport.stream(book.spliterator(), false).map(s -> s.getSheetName()).toList();
      assertEquals(List.of("About", "Summary", "Choices 1", "Q&A", "Codebook"), names);
      List<List<Object>> about = rows(book.getSheet("About"));
      assertTrue(
          about.contains(List.of("Event", "Spring conference"))
              && about.contains(List.of("Exported at", LocalDateTime.parse("2027-03-09T18:00"))),
          about.toString());
      assertTrue(
          about.contains(List.of("Still open when exported", "Ready? (Nobody has voted yet.)")),
          about.toString());
      List<List<Object>> summary = rows(book.getSheet("Summary"));
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
              66.7,
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
              33.3,
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
                  25.0,
                  8.0,
                  "received")),
          summary.toString());
      assertEquals(
          List.of(
              List.of("count", "abstained", "a: Job share", "b: Part-time"),
              List.of(1.0, 1.0, 0.0, 0.0),
              List.of(1.0, 0.0, 1.0, 0.0),
              List.of(2.0, 0.0, 1.0, 1.0)),
          rows(book.getSheet("Choices 1")));
      List<List<Object>> questions = rows(book.getSheet("Q&A"));
      String columns = new String(QuestionsCsv.write(Asked.event()), StandardCharsets.UTF_8);
      assertEquals(List.of(columns.substring(1).strip().split(",")), questions.get(0));
      LocalDateTime at = LocalDateTime.parse("2027-03-08T14:02");
      assertEquals(
          List.of(
              "Main hall",
              1.0,
              "What will change?",
              "answered",
              "",
              "",
              7.0,
              at,
              at,
              at.plusMinutes(40),
              "Much.",
              "written",
              "",
              "",
              "",
              "an"),
          questions.get(1));
      assertEquals(
          List.of(
              "Main hall",
              3.0,
              "Why now?",
              "merged",
              "",
              "",
              3.0,
              at,
              at.plusMinutes(2),
              "",
              "",
              "",
              "",
              "2",
              "",
              "m1"),
          questions.get(3));
      assertEquals(9, questions.size());
    }
  }

  @Test
  void theCodebookExplainsEveryColumnAndWord() throws IOException {
    try (XSSFWorkbook book = read(Asked.event(ExampleResults.multiple(), Asked.room()))) {
      Set<List<Object>> said = new HashSet<>();
      rows(book.getSheet("Codebook"))
          .forEach(
              row -> {
                assertEquals(
                    4, row.stream().filter(c -> c instanceof String).count(), row.toString());
                said.add(row.subList(0, 3));
                said.add(List.of(row.get(0), row.get(1)));
              });
      for (String sheet : List.of("Summary", "Q&A")) {
        rows(book.getSheet(sheet))
            .get(0)
            .forEach(
                column -> assertTrue(said.contains(List.of(sheet, column)), sheet + " " + column));
      }
      for (QuestionState one : QuestionState.values()) {
        String state = one.name().toLowerCase(java.util.Locale.ROOT);
        assertTrue(said.contains(List.of("Q&A", "state", state)), state);
      }
      for (List<Object> row : rows(book.getSheet("Summary"))) {
        if (row.get(0).equals("room")) continue;
        for (int column : new int[] {2, 4, 8}) {
          String header = rows(book.getSheet("Summary")).get(0).get(column).toString();
          Object word = row.get(column);
          assertTrue(
              word.equals("") || said.contains(List.of("Summary", header, word)),
              header + " " + word);
        }
      }
      for (io.plenary.kinds.qa.DeclineReason reason : io.plenary.kinds.qa.DeclineReason.values()) {
        String word = reason.name().toLowerCase(java.util.Locale.ROOT).replace("_", "");
        assertTrue(
            said.stream()
                .anyMatch(
                    s ->
                        s.size() == 3
                            && s.get(1).equals("reason")
                            && s.get(2).toString().toLowerCase(java.util.Locale.ROOT).equals(word)),
            word);
      }
    }
  }

  /**
   * Whatever people write is read back as they wrote it, as text: never run, never a number, never
   * a broken file.
   */
  @Test
  void hostileWordsStayWords() throws IOException {
    String long1000 = "é".repeat(999) + "𝄞";
    for (String words :
        List.of(
            "=HYPERLINK(\"https://example.org\",\"x\")",
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "\uff1d1",
            "1234567890123456789",
            "2027-03-08",
            "TRUE",
            "#REF!",
            "<a href='x'>&amp; ]]> <![CDATA[",
            "_x0041_ _x000D_",
            "__x005F_x0041_",
            "_x00e9_x0041_",
            "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 \u200f\u202e",
            "👩🏽‍⚕️ e\u0301 \ufeff",
            "'",
            "''=1",
            "a\nb",
            " x ",
            long1000)) {
      try (XSSFWorkbook book =
          read(
              Asked.event(
                  ExampleResults.asking(words, words),
                  new QuestionResults("a", words, "open", 1, List.of(Asked.saying(words)))))) {
        List<Object> row = rows(book.getSheet("Q&A")).get(1);
        for (int column : new int[] {0, 2, 5, 10, 12, 14}) {
          assertEquals(words, row.get(column), "column " + column);
        }
        List<Object> option = rows(book.getSheet("Summary")).get(1);
        assertEquals(List.of(words, words), List.of(option.get(1), option.get(3)));
      }
    }
  }

  /**
   * Such characters pass neither the rules nor the codec; should one stand in the store all the
   * same, it spoils no file.
   */
  @Test
  void whatXmlCannotSayIsReplaced() throws IOException {
    assertEquals("ab", Texts.line("a\u0000\u0001\u001b\ufffe\ud800b"));
    try (XSSFWorkbook book =
        read(
            Asked.event(
                new QuestionResults(
                    "a", "R", "open", 1, List.of(Asked.saying("a\u0001\ud800b\uffff")))))) {
      assertEquals("a\ufffd\ufffdb\ufffd", rows(book.getSheet("Q&A")).get(1).get(2));
    }
  }

  @Test
  void anEventWithoutAnythingHasItsSheets() throws IOException {
    try (XSSFWorkbook book = read(Asked.event())) {
      assertEquals(3, book.getNumberOfSheets());
      assertEquals(1, rows(book.getSheet("Summary")).size());
    }
  }
}
