package io.plenary.kinds.words.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.activity.Activity.State;
import io.plenary.export.EventFile;
import io.plenary.export.EventResults;
import io.plenary.export.ExampleResults;
import io.plenary.export.FileCheck;
import io.plenary.export.FileRoom;
import io.plenary.export.ResultsCsv;
import io.plenary.export.ResultsJson;
import io.plenary.export.ResultsWorkbook;
import io.plenary.kinds.AllKinds;
import io.plenary.kinds.words.WordClouds;
import io.plenary.kinds.words.Words;
import io.plenary.kinds.words.WordsSettings;
import io.plenary.kinds.words.WordsSettings.Language;
import io.plenary.protocol.Wire;
import io.plenary.voting.BallotState;
import io.plenary.voting.Recount;
import io.plenary.voting.Rulings;
import io.plenary.voting.Tally;
import io.plenary.words.Results;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** What files say of a word cloud, and whether they find out when somebody changed it. */
class WordsFileTest {
  private static final Instant NOW = Instant.parse("2027-03-09T18:00:30Z");
  private static final JsonMapper JSON = new JsonMapper();
  private static final WordsSettings ASKED = WordClouds.settings(3, Language.EN);

  /** With a join, a name, a hidden term and one that waits. */
  private static final Rulings RULINGS =
      WordClouds.rulings(
          "genderpaygap",
          ">paygap",
          "rubbish",
          "hidden",
          "hope",
          "=Hopeful",
          "nonsense",
          ">rubbish");

  private static final String[] PEOPLE = {
    "Pay gap,proud",
    "gender pay gap,pay gap",
    "Gender Pay Gap,rubbish",
    "rubbish,nonsense",
    "wanker,Hope",
    "=1+1,proud,hope",
    "<b>x</b>,@home",
    ""
  };

  private static Words words(WordsSettings asked) {
    return new Words(new BallotState("w1", 3, 1, State.LOCKED, Results.STAGE), asked);
  }

  private static EventResults results(WordsSettings asked, Rulings rulings, String... people) {
    return event(words(asked), WordClouds.recount(asked, rulings, people));
  }

  private static EventResults event(Words words, Recount found) {
    return new EventResults(
        "k3v9ab2m",
        "Spring conference",
        "2027-03-08",
        "2027-03-09",
        "Europe/London",
        List.of(new WordsFile().results("Main hall", words, found)));
  }

  private static JsonNode json(EventResults event) throws IOException {
    return JSON.readTree(ResultsJson.write(event, NOW)).get("results").get(0);
  }

  @Test
  void jsonHoldsEveryTermThatIsShownWithItsForms() throws IOException {
    JsonNode one = json(results(ASKED, RULINGS, PEOPLE));
    assertEquals("words", one.get("kind").asText());
    assertEquals(
        JSON.readTree(
            """
            {"word": "paygap", "text": "Gender Pay Gap", "count": 3, "percent": 42.9,
             "forms": [{"text": "Gender Pay Gap", "count": 1}, {"text": "Pay gap", "count": 1},
                       {"text": "gender pay gap", "count": 1}]}\
            """),
        one.get("words").get(0));
    assertEquals(
        List.of("Gender Pay Gap", "Hopeful", "proud", "=1+1", "<b>x</b>", "@home"),
        texts(one.get("words")));
    assertEquals(
        JSON.readTree("[{\"count\": 2, \"waits\": false}, {\"count\": 1, \"waits\": true}]"),
        one.get("unshown"));
    assertEquals(
        JSON.readTree(
            """
            [null, ["<b>x</b>", "@home"], ["=1+1", "hope", "proud"], ["Gender Pay Gap", 1],
             ["Hope", 2], ["Pay gap", "proud"], ["gender pay gap"], [1]]\
            """),
        one.get("ballots"));
    assertTrue(one.get("recount").get("agrees").booleanValue());
  }

  private static List<String> texts(JsonNode terms) {
    List<String> texts = new ArrayList<>();
    terms.forEach(term -> texts.add(term.get("text").asText()));
    return texts.stream()
        .sorted(
            java.util.Comparator.comparingInt(
                t ->
                    List.of("Gender Pay Gap", "Hopeful", "proud", "=1+1", "<b>x</b>", "@home")
                        .indexOf(t)))
        .toList();
  }

  @Test
  void whatTheRoomDidNotSeeIsInNoFile() throws IOException {
    EventResults event = results(ASKED, RULINGS, PEOPLE);
    String all =
        new String(ResultsJson.write(event, NOW), StandardCharsets.UTF_8)
            + new String(ResultsCsv.write(event), StandardCharsets.UTF_8);
    try (XSSFWorkbook book =
        new XSSFWorkbook(new ByteArrayInputStream(ResultsWorkbook.write(event, NOW)))) {
      StringBuilder cells = new StringBuilder();
      book.forEach(sheet -> sheet.forEach(row -> row.forEach(c -> cells.append(value(c)))));
      all += cells;
    }
    for (String unseen : List.of("rubbish", "wanker", "nonsense")) {
      assertFalse(all.toLowerCase(java.util.Locale.ROOT).contains(unseen), unseen);
    }
    assertTrue(all.contains("2 terms were not shown"), "but that there was some");
  }

  /** Level terms are not numbered by what they say. */
  @Test
  void numbersDoNotTellTheAlphabet() throws IOException {
    Rulings hidden = WordClouds.rulings("apple", "hidden", "kiwi", "hidden", "lemon", "hidden");
    List<Integer> first = new ArrayList<>();
    JsonNode one = json(results(ASKED, hidden, "apple,a", "kiwi,b", "lemon,c", "d", "e"));
    one.get("ballots").forEach(b -> first.add(b.path(1).asInt()));
    assertEquals(List.of(2, 1, 3, 0, 0), first, "by SHA-256 of apple, kiwi and lemon");
  }

  @Test
  void tablesHoldWhatTheRoomSawAndNoCellIsAFormula() {
    String csv =
        new String(ResultsCsv.write(results(ASKED, RULINGS, PEOPLE)), StandardCharsets.UTF_8);
    assertTrue(csv.contains(",words,locked,Gender Pay Gap,people,3,42.9,7,"), csv);
    assertTrue(csv.contains(",words,locked,Hopeful,people,2,28.6,7,"), csv);
    assertFalse(csv.contains(",=1+1") || csv.contains(",@home"), "no cell is a formula: " + csv);
  }

  @Test
  void theWorkbookHasAChartOfTheFirstTermsAndHowTheyWereWritten() throws IOException {
    String[] many = new String[120];
    for (int i = 0; i < many.length; i++) many[i] = "alpha,w" + i + ",v" + i;
    many[0] = "Alpha,w0,v0";
    byte[] bytes = ResultsWorkbook.write(results(WordClouds.settings(3), Rulings.NONE, many), NOW);
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      XSSFSheet sheet = book.getSheetAt(1);
      List<List<Object>> all = new ArrayList<>();
      sheet.forEach(
          row -> all.add(IntStream.range(0, 4).mapToObj(i -> value(row.getCell(i))).toList()));
      assertTrue(all.contains(List.of(1.0, "alpha", 120.0, 1.0)), all::toString);
      assertTrue(all.contains(List.of(1.0, "Alpha", 1.0, "")), all::toString);
      assertTrue(all.contains(List.of(1.0, "alpha", 119.0, "")), all::toString);
      assertEquals(241, all.stream().filter(row -> row.get(3) instanceof Double).count() - 4);
      List<XSSFChart> charts = sheet.getDrawingPatriarch().getCharts();
      assertEquals(1, charts.size());
      String bars =
          charts
              .get(0)
              .getCTChart()
              .getPlotArea()
              .getBarChartArray(0)
              .getSerArray(0)
              .getVal()
              .getNumRef()
              .getF();
      assertTrue(bars.matches(".*\\$D\\$(\\d+):\\$D\\$(\\d+)"), bars);
      String[] rows = bars.replaceAll(".*\\$D\\$(\\d+):\\$D\\$(\\d+)", "$1 $2").split(" ");
      assertEquals(40, Integer.parseInt(rows[1]) - Integer.parseInt(rows[0]) + 1);
      assertTrue(charts.get(0).getTitleText().getString().endsWith(": the first 40"));
    }
  }

  private static Object value(Cell cell) {
    if (cell == null || cell.getCellType() == CellType.BLANK) return "";
    return cell.getCellType() == CellType.STRING
        ? cell.getStringCellValue()
        : (Object) cell.getNumericCellValue();
  }

  @Test
  void verifyFindsWhateverWasChanged() throws IOException {
    byte[] file = ResultsJson.write(results(ASKED, RULINGS, PEOPLE), NOW);
    assertTrue(check(file).genuine(), check(file)::toString);
    Stream.<Consumer<ObjectNode>>of(
            one -> term(one, 0).put("count", 4),
            one -> term(one, 0).put("percent", 43.0),
            one -> ((ObjectNode) term(one, 0).get("forms").get(0)).put("count", 2),
            one -> ((ObjectNode) term(one, 0).get("forms").get(0)).put("text", "Other"),
            one -> ((ArrayNode) term(one, 0).get("forms")).remove(0),
            one ->
                ((ArrayNode) term(one, 0).get("forms"))
                    .addObject()
                    .put("text", "more")
                    .put("count", 0),
            one -> term(one, 2).put("word", "paygap"),
            one -> term(one, 2).put("word", ""),
            one -> ((ArrayNode) one.get("words")).remove(3),
            one -> ((ObjectNode) one.get("unshown").get(0)).put("count", 1),
            one -> ((ArrayNode) one.get("unshown")).remove(1),
            one -> one.put("voted", 6),
            one -> ((ArrayNode) one.get("ballots")).remove(2),
            one -> ((ArrayNode) one.get("ballots").get(2)).remove(0),
            one -> ((ArrayNode) one.get("ballots").get(7)).set(0, 2),
            one -> ((ArrayNode) one.get("ballots").get(7)).set(0, 3),
            one -> ((ArrayNode) one.get("ballots").get(7)).add(1),
            one -> ((ArrayNode) one.get("ballots").get(7)).removeAll(),
            one -> ((ArrayNode) one.get("ballots").get(5)).add("PROUD"),
            one -> ((ObjectNode) one.get("asked")).put("entries", 2),
            one -> ((ObjectNode) one.get("asked")).put("length", 10),
            one -> ((ObjectNode) one.get("asked")).putNull("abstain"))
        .forEach(change -> assertFalse(changed(file, change), "unseen"));
  }

  private static ObjectNode term(ObjectNode one, int at) {
    return (ObjectNode) one.get("words").get(at);
  }

  private static boolean changed(byte[] file, Consumer<ObjectNode> change) {
    try {
      ObjectNode forged = (ObjectNode) JSON.readTree(file);
      change.accept((ObjectNode) forged.get("results").get(0));
      return check(ExampleResults.digested(forged)).genuine();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static FileCheck check(byte[] file) {
    return FileCheck.of(file, AllKinds.REGISTRY.files());
  }

  @Test
  void withApprovalWhatNobodyLetThroughIsANumber() throws IOException {
    WordsSettings asked = new WordsSettings("How?", 3, 25, true, List.of(), "I pass");
    EventResults event =
        results(
            asked, WordClouds.rulings("proud", "shown"), "proud", "tired", "proud,calm", "", "x");
    JsonNode one = json(event);
    assertEquals(List.of("proud"), texts(one.get("words")));
    assertEquals(3, one.get("unshown").size());
    assertTrue(one.get("unshown").get(0).get("waits").booleanValue());
    byte[] file = ResultsJson.write(event, NOW);
    assertTrue(check(file).genuine(), check(file)::toString);
  }

  /** Too few answered: nothing is said. */
  @Test
  void whatIsWithheldHasNoTerms() throws IOException {
    Tally three = new Tally(1, 3, Map.of(), 0, 0, 0, 3, true, 8);
    EventResults event = event(words(ASKED), new Recount(Tally.none(1), List.of(), null, three));
    JsonNode one = json(event);
    assertEquals(0, one.get("words").size() + one.get("unshown").size());
    assertTrue(one.get("ballots").isNull());
    byte[] file = ResultsJson.write(event, NOW);
    assertTrue(check(file).genuine(), check(file)::toString);
    try (XSSFWorkbook book =
        new XSSFWorkbook(new ByteArrayInputStream(ResultsWorkbook.write(event, NOW)))) {
      assertEquals(null, book.getSheetAt(1).getDrawingPatriarch(), "no chart");
      assertEquals("How?", book.getSheetAt(1).getRow(0).getCell(0).getStringCellValue());
    }
  }

  @Test
  void anEventFileMakesItAnew() throws Exception {
    WordsFile file = new WordsFile();
    byte[] bytes =
        new EventFile(
                new Wire.EventDetails(
                    "Spring conference",
                    "2027-03-08",
                    "2027-03-09",
                    "Europe/London",
                    List.of(),
                    false),
                List.of(new FileRoom("Main hall", List.of(file.file(words(ASKED))), List.of())))
            .write(List.of(), NOW);
    EventFile read = EventFile.read(bytes, AllKinds.REGISTRY.files());
    Words made = file.make("w2", read.rooms().get(0).activities().get(0));
    assertEquals(ASKED, made.asked());
    assertEquals(State.DRAFT, made.state());
    assertEquals(Results.STAGE, made.chosen());
  }
}
