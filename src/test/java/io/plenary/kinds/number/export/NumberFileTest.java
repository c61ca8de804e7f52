package io.plenary.kinds.number.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
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
import io.plenary.kinds.number.NumberPoll;
import io.plenary.kinds.number.NumberPolls;
import io.plenary.kinds.number.NumberSettings;
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
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** What files say of a number poll, and whether they find out when somebody changed it. */
class NumberFileTest {
  private static final Instant NOW = Instant.parse("2027-03-09T18:00:30Z");
  private static final JsonMapper JSON = new JsonMapper();
  private static final String ANSWERS = "10 12 12 20.5 64 - 64 12 9";
  private static final String WIDE_ANSWERS = "10 12 4000 - 3995 3991";

  private static NumberPoll poll(NumberSettings asked, State state) {
    return new NumberPoll(new BallotState("p1", 3, 1, state, Results.STAGE), asked);
  }

  private static NumberPoll exact() {
    return poll(NumberPolls.settings("0", "100", "0.5", "42"), State.LOCKED);
  }

  private static NumberPoll wide() {
    return poll(NumberPolls.settings("0", "4000", "1", null), State.LOCKED);
  }

  /** One of them abstained; two more were there. Complete. */
  private static EventResults results(NumberPoll poll, String answers) {
    List<String> words =
        Stream.of(answers.split(" "))
            .map(a -> a.equals("-") ? Answer.ABSTAINED : new Answer(List.of(a), false))
            .map(poll.paper()::write)
            .toList();
    Tally counted = new Recount(Tally.none(1), words).recounted(poll.paper());
    Tally shown =
        new Tally(
            1,
            9,
            counted.counts(),
            counted.voted(),
            counted.abstained(),
            0,
            words.size(),
            true,
            words.size() + 2);
    return event(poll, new Recount(counted, words, null, shown));
  }

  private static EventResults event(NumberPoll poll, Recount found) {
    return new EventResults(
        "k3v9ab2m",
        "Spring conference",
        "2027-03-08",
        "2027-03-09",
        "Europe/London",
        List.of(new NumberFile().results("Main hall", poll, found)));
  }

  private static JsonNode json(EventResults event) throws IOException {
    return JSON.readTree(ResultsJson.write(event, NOW)).get("results").get(0);
  }

  @Test
  void jsonHoldsEveryNumber() throws IOException {
    JsonNode one = json(results(exact(), ANSWERS));
    assertEquals("number", one.get("kind").asText());
    assertEquals(1, one.get("width").intValue());
    assertEquals(
        JSON.readTree(
            """
            [{"from": "9", "to": "9", "count": 1, "percent": 12.5},
             {"from": "10", "to": "10", "count": 1, "percent": 12.5},
             {"from": "12", "to": "12", "count": 3, "percent": 37.5},
             {"from": "20.5", "to": "20.5", "count": 1, "percent": 12.5},
             {"from": "64", "to": "64", "count": 2, "percent": 25.0}]\
            """),
        one.get("counts"));
    assertEquals("12", one.get("median").asText());
    assertEquals("11", one.get("lowerQuartile").asText(), "half-way between 10 and 12");
    assertEquals("42.25", one.get("upperQuartile").asText(), "half-way between 20.5 and 64");
    assertTrue(one.get("exact").booleanValue());
    assertEquals("42", one.get("asked").get("right").asText());
    assertTrue(one.get("ballots").toString().contains("[\"20.5\"]"));
  }

  @Test
  void binsAreSaidAndTheBallotsStayExact() throws IOException {
    JsonNode one = json(results(wide(), WIDE_ANSWERS));
    assertEquals(10, one.get("width").intValue());
    assertEquals(
        JSON.readTree(
            """
            [{"from": "10", "to": "19", "count": 2, "percent": 40.0},
             {"from": "3990", "to": "3999", "count": 2, "percent": 40.0},
             {"from": "4000", "to": "4000", "count": 1, "percent": 20.0}]\
            """),
        one.get("counts"));
    assertEquals("3995", one.get("median").asText(), "the middle of its bin");
    assertFalse(one.get("exact").booleanValue());
    assertTrue(one.get("ballots").toString().contains("[\"3991\"]"));
    assertTrue(check(ResultsJson.write(results(wide(), WIDE_ANSWERS), NOW)).genuine());
  }

  @Test
  void tablesHoldAHistogramQuartilesAndEveryValue() throws IOException {
    String csv = new String(ResultsCsv.write(results(exact(), ANSWERS)), StandardCharsets.UTF_8);
    assertTrue(csv.contains(",number,locked,10 to 14.5 years,people_in_range,4,50.0,8,"), csv);
    assertTrue(csv.contains(",number,locked,All answers,median_value,12,"), csv);
    assertTrue(csv.contains(",number,locked,All answers,upper_quartile_value,42.25,"), csv);
    assertTrue(csv.contains(",number,locked,All answers,right_value,42,"), csv);
    assertTrue(csv.contains(",number,locked,20.5 years,people_with_value,1,12.5,8,"), csv);
    String negative =
        new String(
            ResultsCsv.write(
                results(poll(NumberPolls.settings("-9", "0", "1", null), State.LOCKED), "-3 -4")),
            StandardCharsets.UTF_8);
    assertTrue(negative.contains(",'-3 years,"), "no text is a formula: " + negative);
  }

  @Test
  void theWorkbookHasAChartOfTheHistogram() throws IOException {
    byte[] bytes = ResultsWorkbook.write(results(exact(), ANSWERS), NOW);
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      XSSFSheet sheet = book.getSheetAt(1);
      List<String> all = rows(sheet);
      int head = all.indexOf("No.|Option|People in range|Percent");
      assertTrue(head > 0, all::toString);
      assertEquals("1.0|5 to 9.5 years|1.0|0.125", all.get(head + 1));
      assertEquals("2.0|10 to 14.5 years|4.0|0.5", all.get(head + 2));
      String said = all.toString();
      assertTrue(said.contains("The median is 12 years, half of the answers 11 to 42.25 years."));
      assertTrue(said.contains("The right value is 42 years."), said);
      var charts = sheet.getDrawingPatriarch().getCharts();
      assertEquals(1, charts.size());
      String drawn = charts.get(0).getCTChart().xmlText();
      assertTrue(drawn.contains("$D$" + (head + 2)), () -> "percent, in column D: " + drawn);
    }
  }

  private static List<String> rows(XSSFSheet sheet) {
    List<String> all = new ArrayList<>();
    sheet.forEach(
        row -> {
          List<String> cells = new ArrayList<>();
          for (Cell cell : row) {
            String value =
                switch (cell.getCellType()) {
                  case STRING -> cell.getStringCellValue();
                  case NUMERIC -> Double.toString(cell.getNumericCellValue());
                  default -> "";
                };
            if (!value.isEmpty()) cells.add(value);
          }
          all.add(String.join("|", cells));
        });
    return all;
  }

  @Test
  void verifyFindsWhateverWasChanged() throws IOException {
    byte[] file = ResultsJson.write(results(exact(), ANSWERS), NOW);
    assertTrue(check(file).genuine(), check(file)::toString);
    Stream.<Consumer<ObjectNode>>of(
            one -> ((ObjectNode) one.get("counts").get(0)).put("count", 2),
            one -> ((ObjectNode) one.get("counts").get(0)).put("from", "8.5"),
            one -> ((ObjectNode) one.get("counts").get(1)).put("percent", 12.4),
            one -> ((ArrayNode) one.get("counts")).remove(3),
            one -> one.put("median", "12.5"),
            one -> one.put("lowerQuartile", "10"),
            one -> one.put("upperQuartile", "64"),
            one -> one.put("exact", false),
            one -> one.put("width", 2),
            one -> one.put("voted", 7),
            one -> ((ArrayNode) one.get("ballots")).remove(2),
            one -> ((ArrayNode) one.get("ballots").get(1)).set(0, "13"),
            one -> ((ArrayNode) one.get("ballots").get(1)).set(0, "12.0"),
            one -> ((ArrayNode) one.get("ballots").get(1)).set(0, "120"),
            one -> ((ArrayNode) one.get("ballots").get(1)).add("12"),
            one -> ((ObjectNode) one.get("asked")).put("step", "1"),
            one -> ((ObjectNode) one.get("asked")).put("max", "50"))
        .forEach(change -> assertFalse(changed(file, change)));
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

  /** Too few answered, or nobody: no number is said, and nobody can work one out. */
  @Test
  void whatIsWithheldHasNoNumbers() throws IOException {
    Tally three = new Tally(1, 3, Map.of(), 0, 0, 0, 3, true, 8);
    Tally none = new Tally(1, 3, Map.of(), 0, 0, 0, 0, true, 8);
    for (Tally tally : List.of(three, none)) {
      EventResults event = event(exact(), new Recount(Tally.none(1), List.of(), null, tally));
      JsonNode one = json(event);
      assertEquals(0, one.get("counts").size());
      assertTrue(one.get("median").isNull());
      byte[] bytes = ResultsWorkbook.write(event, NOW);
      try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
        assertNull(book.getSheetAt(1).getDrawingPatriarch(), "no chart");
      }
      String csv = new String(ResultsCsv.write(event), StandardCharsets.UTF_8);
      assertTrue(csv.contains("0 to 100 years,people_in_range,"), csv);
    }
  }

  /** Whoever reads a report of a poll that goes on is not told what the room must not know. */
  @Test
  void aReportSaysTheRightValueOnceVotingIsOver() {
    for (State state : State.values()) {
      ObjectNode terms = JSON.createObjectNode();
      new NumberFile().terms(poll(exact().asked(), state), terms);
      assertEquals(state.compareTo(State.LOCKED) < 0, terms.get("right").isNull(), state::toString);
    }
  }

  @Test
  void anEventFileMakesItAnew() throws Exception {
    NumberPoll poll = exact();
    NumberFile file = new NumberFile();
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
    NumberPoll made = file.make("p2", read.rooms().get(0).activities().get(0));
    assertEquals(poll.asked(), made.asked());
    assertEquals(State.DRAFT, made.state());
    assertTrue(FileCheck.of(bytes, AllKinds.REGISTRY.files()).genuine());
  }
}
