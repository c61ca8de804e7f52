package io.plenary.kinds.points.export;

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
import io.plenary.kinds.points.PointsOption;
import io.plenary.kinds.points.PointsPoll;
import io.plenary.kinds.points.PointsSettings;
import io.plenary.protocol.Wire;
import io.plenary.voting.Answer;
import io.plenary.voting.BallotState;
import io.plenary.voting.Recount;
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
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** What files say of a points poll, and whether they find out when somebody changed it. */
class PointsFileTest {
  private static final Instant NOW = Instant.parse("2027-03-09T18:00:30Z");
  private static final JsonMapper JSON = new JsonMapper();

  /** a: 185 of four, b: 200 of five, c: 15 of one, d: 100 of two. */
  private static final List<String> ANSWERS =
      List.of("a:60 b:40", "a:50 b:50", "a:45 b:40 c:15", "b:30 d:70", "a:30 b:40 d:30", "");

  private static PointsPoll poll() {
    return new PointsPoll(
        new BallotState("p1", 3, 1, State.LOCKED, Results.STAGE),
        new PointsSettings(
            "Share 100 points",
            List.of(
                new PointsOption("a", "Culture change"),
                new PointsOption("b", "=1+1"),
                new PointsOption("c", "Talent, \"management\""),
                new PointsOption("d", "<b>Flexible</b> working")),
            100,
            5,
            "I have no view"));
  }

  /** Six people, one of whom abstained; two more were there. Complete. */
  private static EventResults results() {
    PointsPoll poll = poll();
    List<String> words =
        ANSWERS.stream()
            .map(a -> a.isEmpty() ? List.<String>of() : List.of(a.split(" ")))
            .map(entries -> poll.paper().write(new Answer(entries, entries.isEmpty())))
            .toList();
    Tally counted = new Recount(Tally.none(1), words).recounted(poll.paper());
    Tally shown =
        new Tally(
            1, 9, counted.counts(), counted.voted(), counted.abstained(), 0, words.size(), true, 8);
    return event(poll, new Recount(counted, words, null, shown));
  }

  private static EventResults event(PointsPoll poll, Recount found) {
    return new EventResults(
        "k3v9ab2m",
        "Spring conference",
        "2027-03-08",
        "2027-03-09",
        "Europe/London",
        List.of(new PointsFile().results("Main hall", poll, found)));
  }

  private static JsonNode json(EventResults event) throws IOException {
    return JSON.readTree(ResultsJson.write(event, NOW)).get("results").get(0);
  }

  @Test
  void jsonHoldsEveryNumber() throws IOException {
    JsonNode one = json(results());
    assertEquals("points", one.get("kind").asText());
    assertEquals(
        JSON.readTree(
            """
            [{"id": "a", "text": "Culture change", "mean": 37.0, "points": 185, "share": 37.0,
              "givers": 4, "percent": 80.0},
             {"id": "b", "text": "=1+1", "mean": 40.0, "points": 200, "share": 40.0,
              "givers": 5, "percent": 100.0},
             {"id": "c", "text": "Talent, \\"management\\"", "mean": 3.0, "points": 15, "share": 3.0,
              "givers": 1, "percent": 20.0},
             {"id": "d", "text": "<b>Flexible</b> working", "mean": 20.0, "points": 100,
              "share": 20.0, "givers": 2, "percent": 40.0}]\
            """),
        one.get("options"));
    assertEquals(6, one.get("ballots").size());
    assertTrue(one.get("ballots").toString().contains("[\"a:45\",\"b:40\",\"c:15\"]"));
    assertEquals(100, one.get("asked").get("total").intValue());
  }

  @Test
  void tablesHoldMeansGiversSumsAndShares() throws IOException {
    String csv = new String(ResultsCsv.write(results()), StandardCharsets.UTF_8);
    assertTrue(csv.contains(",points,locked,Culture change,mean_points,37.00,"), csv);
    assertTrue(csv.contains(",points,locked,Culture change,gave_any,4,80.0,5,"), csv);
    assertTrue(csv.contains(",points,locked,Culture change,points,185,"), csv);
    assertTrue(csv.contains(",points,locked,Culture change,share_of_points,37.0,"), csv);
    assertFalse(csv.contains(",=1+1"), "no cell is a formula: " + csv);
  }

  @Test
  void theWorkbookHasAChartOfTheMeans() throws IOException {
    byte[] bytes = ResultsWorkbook.write(results(), NOW);
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      XSSFSheet sheet = book.getSheetAt(1);
      List<List<Object>> all = rows(sheet);
      int head = at(all, "Option");
      assertEquals(
          List.of(
              "No.", "Option", "Mean points", "Gave any", "Percent", "Points", "Share of points"),
          all.get(head));
      assertEquals(List.of(1.0, "Culture change", 37.0, 4.0, 0.8, 185.0, 37.0), all.get(head + 1));
      assertEquals(List.of(2.0, "=1+1", 40.0, 5.0, 1.0, 200.0, 40.0), all.get(head + 2));
      assertTrue(
          all.toString().contains("shared 100 points between the options, in steps of 5."),
          all::toString);
      var charts = sheet.getDrawingPatriarch().getCharts();
      assertEquals(1, charts.size());
      String drawn = charts.get(0).getCTChart().xmlText();
      assertTrue(drawn.contains("$C$" + (head + 2)), () -> "the means, in column C: " + drawn);
    }
  }

  private static List<List<Object>> rows(XSSFSheet sheet) {
    List<List<Object>> all = new ArrayList<>();
    sheet.forEach(
        row -> {
          List<Object> cells = new ArrayList<>();
          for (int i = 0; i < 7; i++) cells.add(value(row.getCell(i)));
          all.add(cells);
        });
    return all;
  }

  private static int at(List<List<Object>> rows, String second) {
    return rows.indexOf(
        rows.stream().filter(row -> row.get(1).equals(second)).findFirst().orElseThrow());
  }

  private static Object value(Cell cell) {
    if (cell == null || cell.getCellType() == CellType.BLANK) return "";
    return cell.getCellType() == CellType.STRING
        ? cell.getStringCellValue()
        : (Object) cell.getNumericCellValue();
  }

  @Test
  void verifyFindsWhateverWasChanged() throws IOException {
    byte[] file = ResultsJson.write(results(), NOW);
    assertTrue(check(file).genuine(), check(file)::toString);
    Stream.<Consumer<ObjectNode>>of(
            one -> option(one, 0).put("points", 186),
            one -> option(one, 0).put("mean", 37.01),
            one -> option(one, 1).put("givers", 4),
            one -> option(one, 2).put("share", 3.1),
            one -> option(one, 3).put("percent", 41.0),
            one -> one.put("voted", 6),
            one -> ((ArrayNode) one.get("ballots")).remove(2),
            one -> ((ArrayNode) one.get("ballots").get(1)).remove(0),
            one -> ((ArrayNode) one.get("ballots").get(1)).set(0, "a:55"),
            one -> ((ArrayNode) one.get("ballots").get(1)).add("d:5"),
            one -> ((ObjectNode) one.get("asked")).put("total", 99),
            one -> ((ObjectNode) one.get("asked")).put("step", 20))
        .forEach(change -> assertFalse(changed(file, change)));
  }

  private static ObjectNode option(ObjectNode one, int at) {
    return (ObjectNode) one.get("options").get(at);
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

  /** Too few answered: no number is said, and nobody can work one out. */
  @Test
  void whatIsWithheldHasNoNumbers() throws IOException {
    Tally three = new Tally(1, 3, Map.of(), 0, 0, 0, 3, true, 8);
    EventResults event = event(poll(), new Recount(Tally.none(1), List.of(), null, three));
    JsonNode one = json(event);
    for (String number : List.of("mean", "points", "share", "givers", "percent")) {
      assertTrue(one.get("options").get(0).get(number).isNull(), number);
    }
    assertTrue(one.get("ballots").isNull());
    byte[] bytes = ResultsWorkbook.write(event, NOW);
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      XSSFSheet sheet = book.getSheetAt(1);
      assertEquals(null, sheet.getDrawingPatriarch(), "no chart");
      List<List<Object>> all = rows(sheet);
      List<Object> first = all.get(at(all, "Culture change"));
      assertEquals(List.of("", "", "", "", ""), first.subList(2, 7));
    }
  }

  @Test
  void anEventFileMakesItAnew() throws Exception {
    PointsPoll poll = poll();
    PointsFile file = new PointsFile();
    byte[] bytes =
        new EventFile(
                new Wire.EventDetails(
                    "Spring conference",
                    "2027-03-08",
                    "2027-03-09",
                    "Europe/London",
                    List.of(),
                    false),
                List.of(new FileRoom("Main hall", List.of(file.file(poll)), List.of())))
            .write(List.of(), NOW);
    EventFile read = EventFile.read(bytes, AllKinds.REGISTRY.files());
    PointsPoll made = file.make("p2", read.rooms().get(0).activities().get(0));
    assertEquals(poll.asked(), made.asked(), "with the ids of its options");
    assertEquals(State.DRAFT, made.state());
    assertEquals(Results.STAGE, made.chosen());
    assertTrue(FileCheck.of(bytes, AllKinds.REGISTRY.files()).genuine());
  }
}
