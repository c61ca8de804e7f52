package io.plenary.export;

import static io.plenary.export.ResultsWorkbookTest.read;
import static io.plenary.export.ResultsWorkbookTest.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.event.Texts;
import io.plenary.kinds.qa.QuestionState;
import io.plenary.kinds.qa.export.Asked;
import io.plenary.kinds.qa.export.QuestionResults;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Words of people and of the codebook, read back with Apache POI. */
class WorkbookWordsTest {
  @Test
  void theCodebookExplainsEveryColumnAndWord() throws IOException {
    try (XSSFWorkbook book = read(Asked.event(ExampleResults.multiple(), Asked.room()))) {
      Set<List<Object>> said = new HashSet<>();
      rows(book.getSheet("Codebook"))
          .forEach(
              row -> {
                assertTrue(!row.get(3).equals(""), row.toString());
                said.add(row.subList(0, 3));
                said.add(List.of(row.get(0), row.get(1)));
              });
      for (String sheet : List.of("Data", "Q&A")) {
        rows(book.getSheet(sheet))
            .get(0)
            .forEach(
                column -> assertTrue(said.contains(List.of(sheet, column)), sheet + " " + column));
      }
      for (QuestionState one : QuestionState.values()) {
        String state = one.name().toLowerCase(java.util.Locale.ROOT);
        assertTrue(said.contains(List.of("Q&A", "state", state)), state);
      }
      for (List<Object> row : rows(book.getSheet("Data"))) {
        if (row.get(0).equals("room")) continue;
        for (int column : new int[] {2, 4, 8}) {
          String header = rows(book.getSheet("Data")).get(0).get(column).toString();
          Object word = row.get(column);
          assertTrue(
              word.equals("") || said.contains(List.of("Data", header, word)), header + " " + word);
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
        for (int column : new int[] {1, 4, 5, 6, 11, 13}) {
          assertEquals(words, row.get(column), "column " + column);
        }
        List<Object> option = rows(book.getSheet("Data")).get(1);
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
      assertEquals("a\ufffd\ufffdb\ufffd", rows(book.getSheet("Q&A")).get(1).get(1));
    }
  }
}
