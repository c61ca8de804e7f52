package io.plenary.kinds.rating.export;

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
import io.plenary.kinds.rating.Rating;
import io.plenary.kinds.rating.RatingScale;
import io.plenary.kinds.rating.RatingSettings;
import io.plenary.kinds.rating.Ratings;
import io.plenary.kinds.rating.Statement;
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
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarChart;

/** What files say of a rating, and whether they find out when somebody changed it. */
class RatingFileTest {
  private static final Instant NOW = Instant.parse("2027-03-09T18:00:30Z");
  private static final JsonMapper JSON = new JsonMapper();

  /** Of two statements; the last abstains. */
  private static final List<String> AGREED =
      List.of("a:4 b:none", "a:4 b:2", "a:5 b:none", "a:3 b:1", "a:1 b:5", "");

  private static final List<String> RECOMMENDED =
      List.of("a:10", "a:9", "a:9", "a:8", "a:6", "a:0");

  private static Rating rating(RatingScale scale, boolean several) {
    List<Statement> statements =
        List.of(
            new Statement("a", "=1+1"),
            new Statement("b", "<b>Flexible</b>, \"working\" \uD83D\uDE00"));
    return new Rating(
        new BallotState("r1", 3, 1, State.LOCKED, Results.STAGE),
        new RatingSettings(
            "How far?",
            several ? statements : statements.subList(0, 1),
            scale,
            several ? "No opinion" : null,
            "I have no view"));
  }

  private static EventResults results(Rating rating, List<String> answers) {
    List<String> words =
        answers.stream()
            .map(a -> a.isEmpty() ? List.<String>of() : List.of(a.split(" ")))
            .map(entries -> rating.paper().write(new Answer(entries, entries.isEmpty())))
            .toList();
    Tally counted = new Recount(Tally.none(1), words).recounted(rating.paper());
    Tally shown =
        new Tally(
            1, 9, counted.counts(), counted.voted(), counted.abstained(), 0, words.size(), true, 8);
    return event(rating, new Recount(counted, words, null, shown));
  }

  private static EventResults agreement() {
    return results(rating(Ratings.AGREEMENT, true), AGREED);
  }

  private static EventResults promoter() {
    return results(rating(Ratings.PROMOTER, false), RECOMMENDED);
  }

  private static EventResults event(Rating rating, Recount found) {
    return new EventResults(
        "k3v9ab2m",
        "Spring conference",
        "2027-03-08",
        "2027-03-09",
        "Europe/London",
        List.of(new RatingFile().results("Main hall", rating, found)));
  }

  private static JsonNode json(EventResults event) throws IOException {
    return JSON.readTree(ResultsJson.write(event, NOW)).get("results").get(0);
  }

  @Test
  void jsonHoldsEveryNumber() throws IOException {
    JsonNode one = json(agreement());
    assertEquals("rating", one.get("kind").asText());
    assertEquals(
        JSON.readTree(
            """
            {"id": "a", "text": "=1+1", "rated": 5, "noOpinion": 0, "counts": [1, 0, 1, 2, 1],
             "median": 4.0, "lowerQuartile": 3.0, "upperQuartile": 4.0, "mean": 3.4,
             "agree": 3, "neither": 1, "disagree": 1}\
            """),
        one.get("statements").get(0));
    JsonNode b = one.get("statements").get(1);
    assertEquals(2.67, b.get("mean").doubleValue());
    assertEquals(2, b.get("noOpinion").intValue());
    assertEquals(2, b.get("disagree").intValue());
    assertTrue(one.get("ballots").toString().contains("[\"a:4\",\"b:none\"]"));
    JsonNode score = json(promoter()).get("statements").get(0);
    assertEquals(16.7, score.get("netPromoterScore").doubleValue(), "50 minus 33.3");
    assertEquals(8.5, score.get("median").doubleValue());
    assertEquals(3, score.get("promoters").intValue());
    assertEquals(2, score.get("detractors").intValue());
  }

  @Test
  void tablesHoldEachMeasureWithItsBase() throws IOException {
    String csv = new String(ResultsCsv.write(agreement()), StandardCharsets.UTF_8);
    for (String row :
        List.of(
            ",agree,3,60.0,5,",
            ",disagree,2,66.7,3,",
            ",median,4.00,,5,",
            ",no_opinion,2,,5,",
            ",point_4,2,40.0,5,")) {
      assertTrue(csv.contains(row), () -> row + " in " + csv);
    }
    assertFalse(csv.contains(",=1+1"), "no cell is a formula: " + csv);
    String points =
        new String(
            ResultsCsv.write(results(rating(Ratings.points(5), true), AGREED)),
            StandardCharsets.UTF_8);
    assertTrue(points.contains(",mean,3.40,"), points);
    assertTrue(
        new String(ResultsCsv.write(promoter()), StandardCharsets.UTF_8)
            .contains(",net_promoter_score,16.7,"));
  }

  @Test
  void theWorkbookHasBarsOfEveryPoint() throws IOException {
    try (XSSFWorkbook book = read(agreement())) {
      XSSFSheet sheet = book.getSheetAt(1);
      List<List<Object>> all = rows(sheet);
      String said = all.get(1).get(0).toString();
      assertTrue(said.contains("who gave the statement a point; no opinion is not"), said);
      List<Object> head = all.stream().filter(r -> r.contains("Points given to")).findFirst().get();
      assertEquals(
          List.of("Strongly disagree", "Disagree", "Neither agree nor disagree"),
          head.subList(2, 5));
      assertTrue(
          all.contains(List.of(1.0, "=1+1", 1.0, 0.0, 1.0, 2.0, 1.0, "", "", "")), all::toString);
      assertTrue(
          all.contains(
              List.of(
                  "No.",
                  "Option",
                  "Agree",
                  "Percent",
                  "Median",
                  "Lower quartile",
                  "Upper quartile",
                  "Mean",
                  "Rated",
                  "No opinion")),
          all::toString);
      var charts = sheet.getDrawingPatriarch().getCharts();
      assertEquals(2, charts.size());
      CTBarChart bars = charts.get(1).getCTChart().getPlotArea().getBarChartArray(0);
      assertEquals(5, bars.sizeOfSerArray());
      assertTrue(
          rows(book.getSheet("Summary")).toString().contains("=1+1"), "most agreement leads");
    }
  }

  private static XSSFWorkbook read(EventResults event) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(ResultsWorkbook.write(event, NOW)));
  }

  private static List<List<Object>> rows(XSSFSheet sheet) {
    List<List<Object>> all = new ArrayList<>();
    sheet.forEach(
        row -> {
          List<Object> cells = new ArrayList<>();
          for (int i = 0; i < 10; i++) cells.add(value(row.getCell(i)));
          all.add(cells);
        });
    return all;
  }

  private static Object value(Cell cell) {
    if (cell == null || cell.getCellType() == CellType.BLANK) return "";
    assertFalse(cell.getCellType() == CellType.FORMULA, "no cell is a formula");
    return cell.getCellType() == CellType.STRING
        ? cell.getStringCellValue()
        : (Object) cell.getNumericCellValue();
  }

  @Test
  void verifyFindsWhateverWasChanged() throws IOException {
    for (EventResults event :
        List.of(agreement(), promoter(), results(rating(Ratings.points(5), true), AGREED))) {
      byte[] file = ResultsJson.write(event, NOW);
      assertTrue(check(file).genuine(), check(file)::toString);
      Stream.<Consumer<ObjectNode>>of(
              one -> statement(one).put("median", 3.5),
              one -> statement(one).put("lowerQuartile", 2.0),
              one -> statement(one).put("upperQuartile", 4.5),
              one -> statement(one).put("mean", 3.39),
              one -> statement(one).put("rated", 4),
              one -> statement(one).put("noOpinion", 1),
              one -> ((ArrayNode) statement(one).get("counts")).set(3, 3),
              one -> one.put("voted", 7),
              one -> ((ArrayNode) one.get("ballots")).remove(2),
              one -> ((ArrayNode) one.get("ballots").get(1)).remove(0),
              one -> ((ArrayNode) one.get("ballots").get(1)).add("a:1"),
              one -> ((ObjectNode) one.get("asked").get("scale")).put("type", "stars"))
          .forEach(change -> assertFalse(changed(file, change)));
    }
    byte[] score = ResultsJson.write(promoter(), NOW);
    assertFalse(changed(score, one -> statement(one).put("netPromoterScore", 16.6)));
    byte[] agreed = ResultsJson.write(agreement(), NOW);
    assertFalse(changed(agreed, one -> statement(one).put("agree", 4)));
  }

  private static ObjectNode statement(ObjectNode result) {
    return (ObjectNode) result.get("statements").get(0);
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
    Rating rating = rating(Ratings.AGREEMENT, true);
    Tally three = new Tally(1, 3, Map.of(), 0, 0, 0, 3, true, 8);
    EventResults event = event(rating, new Recount(Tally.none(1), List.of(), null, three));
    JsonNode one = json(event).get("statements").get(0);
    for (String number :
        List.of("rated", "noOpinion", "median", "lowerQuartile", "mean", "agree", "disagree")) {
      assertTrue(one.get(number).isNull(), number);
    }
    assertTrue(one.get("counts").get(0).isNull());
    try (XSSFWorkbook book = read(event)) {
      assertEquals(null, book.getSheetAt(1).getDrawingPatriarch(), "no chart");
      assertFalse(rows(book.getSheetAt(1)).toString().contains("Points given to"));
    }
  }

  @Test
  void anEventFileMakesItAnew() throws Exception {
    for (RatingScale scale : List.of(Ratings.AGREEMENT, Ratings.points(10), Ratings.PROMOTER)) {
      Rating rating = rating(scale, scale != Ratings.PROMOTER);
      RatingFile file = new RatingFile();
      byte[] bytes =
          new EventFile(
                  new Wire.EventDetails(
                      "Spring conference",
                      "2027-03-08",
                      "2027-03-09",
                      "Europe/London",
                      List.of(),
                      false),
                  List.of(new FileRoom("Main hall", List.of(file.file(rating)), List.of())))
              .write(List.of(), NOW);
      EventFile read = EventFile.read(bytes, AllKinds.REGISTRY.files());
      Rating made = file.make("r2", read.rooms().get(0).activities().get(0));
      assertEquals(rating.asked(), made.asked(), "with the ids of its statements");
      assertEquals(State.DRAFT, made.state());
    }
  }
}
