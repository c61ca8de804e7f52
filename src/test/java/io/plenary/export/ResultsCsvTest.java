package io.plenary.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ResultsCsvTest {
  private static final String HEADER =
      "event,room,activity,question,kind,state,option,measure,count,percent,base,connected,"
          + "voted,abstained,not_shown,not_voted,rejected";

  @Example
  void oneRowPerOptionAndOneForAbstaining() {
    String at = "Spring conference,Main hall,p1,What helps?,multiple,locked,";
    String at2 = "Spring conference,Main hall,p2,Ready?,single,open,";
    assertEquals(
        "\ufeff"
            + String.join(
                "\r\n",
                HEADER,
                at + "Job share,votes,3,100.0,3,6,3,1,0,2,1",
                at + "Part-time,votes,2,66.7,3,6,3,1,0,2,1",
                at + "Prefer not to say,abstained,1,,3,6,3,1,0,2,1",
                at2 + "Yes,votes,0,,0,6,0,0,0,6,0",
                at2 + "No,votes,0,,0,6,0,0,0,6,0",
                ""),
        new String(
            ResultsCsv.write(
                ExampleResults.event(ExampleResults.multiple(), ExampleResults.empty())),
            StandardCharsets.UTF_8));
  }

  @Example
  void startsWithTheByteOrderMarkAndIsOnlyAHeaderWithoutPolls() {
    byte[] csv = ResultsCsv.write(ExampleResults.event());
    assertArrayEquals(
        new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf, 'e'}, Arrays.copyOf(csv, 4));
    assertEquals(HEADER + "\r\n", new String(csv, 3, csv.length - 3, StandardCharsets.UTF_8));
  }

  @Example
  void formulasBecomeText() {
    for (String formula :
        List.of(
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\n=1",
            "\uff1d1",
            "=HYPERLINK(\"https://example.org\",\"x\")")) {
      List<String> row =
          parse(ResultsCsv.write(ExampleResults.event(ExampleResults.asking(formula, formula))))
              .get(1);
      assertEquals("'" + formula, row.get(3));
      assertEquals("'" + formula, row.get(6));
    }
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<Character> awkward =
        Arbitraries.of(
            '"', ',', '\r', '\n', '\t', ' ', ';', '\'', '=', '+', '-', '@', '#', '\\', '\u00e9',
            '\u2028');
    return Arbitraries.oneOf(
        awkward.list().ofMaxSize(8).map(ResultsCsvTest::join),
        Arbitraries.strings()
            .ofMaxLength(20)
            .filter(s -> s.chars().noneMatch(c -> Character.isSurrogate((char) c))));
  }

  /**
   * Whatever people write comes out again, but for the apostrophe in front of what a spreadsheet
   * would run.
   */
  @Property
  void textSurvives(@ForAll("texts") String question, @ForAll("texts") String option) {
    List<List<String>> rows =
        parse(ResultsCsv.write(ExampleResults.event(ExampleResults.asking(question, option))));
    assertEquals(3, rows.size());
    assertEquals(17, rows.get(1).size());
    assertSame(question, rows.get(1).get(3));
    assertSame(option, rows.get(1).get(6));
  }

  private static void assertSame(String text, String cell) {
    boolean formula =
        !text.isEmpty() && "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20".indexOf(text.charAt(0)) >= 0;
    assertEquals(formula ? "'" + text : text, cell);
  }

  private static String join(List<Character> characters) {
    StringBuilder all = new StringBuilder();
    characters.forEach(all::append);
    return all.toString();
  }

  /**
   * A reader of RFC 4180 that shares nothing with the writer. Fails on what the grammar does not
   * allow.
   */
  private static List<List<String>> parse(byte[] utf8) {
    String in = new String(utf8, StandardCharsets.UTF_8).substring(1);
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    int i = 0;
    while (i < in.length()) {
      StringBuilder cell = new StringBuilder();
      if (in.charAt(i) == '"') {
        for (i++; in.charAt(i) != '"' || (i + 1 < in.length() && in.charAt(i + 1) == '"'); i++) {
          cell.append(in.charAt(i));
          i += in.charAt(i) == '"' ? 1 : 0;
        }
        i++;
      } else {
        for (; in.charAt(i) != ',' && in.charAt(i) != '\r'; i++) {
          assertTrue(in.charAt(i) != '"' && in.charAt(i) != '\n', "a bare quote or line feed");
          cell.append(in.charAt(i));
        }
      }
      row.add(cell.toString());
      if (in.charAt(i) == ',') {
        i++;
      } else {
        assertEquals("\r\n", in.substring(i, i + 2));
        i += 2;
        rows.add(row);
        row = new ArrayList<>();
      }
    }
    return rows;
  }
}
