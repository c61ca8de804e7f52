package io.plenary.kinds.ranking.export;

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
import io.plenary.export.FileCheck;
import io.plenary.export.FileRoom;
import io.plenary.export.ResultsCsv;
import io.plenary.export.ResultsJson;
import io.plenary.export.ResultsWorkbook;
import io.plenary.kinds.AllKinds;
import io.plenary.kinds.ranking.RankOrder;
import io.plenary.kinds.ranking.Ranking;
import io.plenary.kinds.ranking.RankingOption;
import io.plenary.kinds.ranking.RankingSettings;
import io.plenary.kinds.ranking.RankingSettings.Unranked;
import io.plenary.protocol.Wire;
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
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** What files say of a ranking, and whether they find out when somebody changed it. */
class RankingFileTest {
  private static final int WIDE = 9;
  private static final Instant NOW = Instant.parse("2027-03-09T18:00:30Z");
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> ORDERS = List.of("abd", "abd", "abd", "bda", "bda", "");

  private static Ranking ranking(Unranked unranked) {
    return new Ranking(
        new BallotState("r1", 3, 1, State.LOCKED, Results.STAGE),
        new RankingSettings(
            "What first?",
            List.of(
                new RankingOption("a", "Culture change"),
                new RankingOption("b", "=1+1"),
                new RankingOption("c", "Talent, \"management\""),
                new RankingOption("d", "<b>Flexible</b> working")),
            3,
            true,
            unranked,
            "I have no view"));
  }

  /** Six people, one of whom abstained; two more were there. Complete. */
  private static EventResults results(Unranked unranked) {
    Ranking ranking = ranking(unranked);
    List<String> words =
        ORDERS.stream()
            .map(o -> o.isEmpty() ? List.<String>of() : List.of(o.split("")))
            .map(order -> ranking.paper().word(new RankOrder(order)))
            .toList();
    Tally counted = new Recount(Tally.none(1), words).recounted(ranking.paper());
    Tally shown =
        new Tally(
            1, 9, counted.counts(), counted.voted(), counted.abstained(), 0, words.size(), true, 8);
    return event(ranking, new Recount(counted, words, null, shown));
  }

  private static EventResults event(Ranking ranking, Recount found) {
    return new EventResults(
        "k3v9ab2m",
        "Spring conference",
        "2027-03-08",
        "2027-03-09",
        "Europe/London",
        List.of(new RankingFile().results("Main hall", ranking, found)));
  }

  private static JsonNode json(EventResults event) throws IOException {
    return JSON.readTree(ResultsJson.write(event, NOW)).get("results").get(0);
  }

  @Test
  void jsonHoldsEveryNumber() throws IOException {
    JsonNode one = json(results(Unranked.MEAN));
    assertEquals("ranking", one.get("kind").asText());
    JsonNode a = one.get("options").get(0);
    assertEquals(
        JSON.readTree(
            """
            {"id": "a", "text": "Culture change", "score": 3.2, "points": 16.0, "firsts": 3,
             "percent": 60.0}\
            """),
        a);
    assertEquals(3.4, one.get("options").get(1).get("score").doubleValue());
    assertEquals(5.0, one.get("options").get(2).get("points").doubleValue(), "one each is left");
    assertEquals("a", one.get("winner").textValue(), "though b has the top score");
    assertEquals(JSON.readTree("[[3, 2, 0, 0], [0, 3, 0, 2], [2, 0, 0, 3]]"), one.get("ranks"));
    assertEquals(
        JSON.readTree("[[0, 3, 5, 3], [2, 0, 5, 5], [0, 0, 0, 0], [2, 0, 5, 0]]"),
        one.get("pairs"));
    assertEquals(6, one.get("ballots").size());
    assertTrue(one.get("ballots").toString().contains("[\"b\",\"d\",\"a\"]"), "in their order");
    assertEquals(
        0.0, json(results(Unranked.ZERO)).get("options").get(2).get("points").doubleValue());
  }

  @Test
  void tablesHoldScoresAndFirstPlaces() throws IOException {
    String csv = new String(ResultsCsv.write(results(Unranked.MEAN)), StandardCharsets.UTF_8);
    assertTrue(csv.contains(",ranking,locked,Culture change,score,3.20,"), csv);
    assertTrue(csv.contains(",ranking,locked,Culture change,first_places,3,60.0,5,"), csv);
    assertFalse(csv.contains(",=1+1"), "no cell is a formula: " + csv);
  }

  @Test
  void theWorkbookHasBothMatrices() throws IOException {
    byte[] bytes = ResultsWorkbook.write(results(Unranked.MEAN), NOW);
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      XSSFSheet sheet = book.getSheetAt(1);
      List<List<Object>> all = new ArrayList<>();
      sheet.forEach(r -> all.add(row(sheet, r.getRowNum())));
      int places = at(all, "Places given to");
      assertEquals(List.of("No.", "Places given to", "1", "2", "3", "None"), first(all, places, 6));
      assertEquals(List.of(1.0, "Culture change", 3.0, 0.0, 2.0, 0.0), first(all, places + 1, 6));
      assertEquals(List.of(2.0, "=1+1", 2.0, 3.0, 0.0, 0.0), first(all, places + 2, 6));
      int pairs = at(all, "Preferred to No.");
      assertEquals(List.of("No.", "Preferred to No.", "1", "2", "3", "4"), first(all, pairs, 6));
      assertEquals(List.of(1.0, "Culture change", "", 3.0, 5.0, 3.0), first(all, pairs + 1, 6));
      assertEquals(List.of(2.0, "=1+1", 2.0, "", 5.0, 5.0), first(all, pairs + 2, 6));
      assertTrue(all.toString().contains("counts the mean of the places left"), all::toString);
      assertTrue(
          all.toString().contains("Culture change beats every other option one to one."),
          all::toString);
      assertTrue(
          row(book.getSheet("Data"), 1).containsAll(List.of("ranking", "score", 3.2)),
          () -> row(book.getSheet("Data"), 1).toString());
    }
  }

  private static int at(List<List<Object>> rows, String table) {
    return IntStream.range(0, rows.size())
        .filter(i -> rows.get(i).get(1).equals(table))
        .findFirst()
        .orElseThrow();
  }

  private static List<Object> first(List<List<Object>> rows, int at, int cells) {
    return rows.get(at).subList(0, cells);
  }

  private static List<Object> row(XSSFSheet sheet, int at) {
    Row row = sheet.getRow(at);
    List<Object> cells = new ArrayList<>();
    for (int i = 0; i < WIDE; i++) cells.add(value(row.getCell(i)));
    return cells;
  }

  private static List<Object> told(List<Object> column) {
    int header = column.indexOf("Score");
    List<Object> rows = new ArrayList<>(column.subList(header, header + 5));
    int turnout = column.indexOf("People");
    rows.addAll(column.subList(turnout, turnout + 2));
    return rows;
  }

  private static Object value(Cell cell) {
    if (cell == null || cell.getCellType() == CellType.BLANK) return "";
    return cell.getCellType() == CellType.STRING
        ? cell.getStringCellValue()
        : (Object) cell.getNumericCellValue();
  }

  @Test
  void verifyFindsWhateverWasChanged() throws IOException {
    for (Unranked unranked : Unranked.values()) {
      byte[] file = ResultsJson.write(results(unranked), NOW);
      assertTrue(check(file).genuine(), check(file)::toString);
      Stream.<Consumer<ObjectNode>>of(
              one -> ((ObjectNode) one.get("options").get(0)).put("points", 15.5),
              one -> ((ObjectNode) one.get("options").get(0)).put("score", 3.21),
              one -> ((ObjectNode) one.get("options").get(1)).put("firsts", 3),
              one -> ((ArrayNode) one.get("ranks").get(2)).set(3, 2),
              one -> ((ArrayNode) one.get("pairs").get(0)).set(1, 2),
              one -> one.put("winner", "b"),
              one -> one.putNull("winner"),
              one -> one.put("voted", 6),
              one -> ((ArrayNode) one.get("ballots")).remove(2),
              one -> ((ArrayNode) one.get("ballots").get(1)).remove(0),
              one -> ((ArrayNode) one.get("ballots").get(1)).add("a"),
              one -> ((ObjectNode) one.get("asked")).put("places", 2),
              one -> ((ObjectNode) one.get("asked")).put("unranked", "last"))
          .forEach(change -> assertFalse(changed(file, change), () -> "unseen in " + unranked));
      ObjectNode other = (ObjectNode) JSON.readTree(file);
      String rule = unranked == Unranked.MEAN ? "zero" : "mean";
      ((ObjectNode) other.get("results").get(0).get("asked")).put("unranked", rule);
      assertFalse(
          check(io.plenary.export.ExampleResults.digested(other)).genuine(), "another rule");
    }
  }

  private static boolean changed(byte[] file, Consumer<ObjectNode> change) {
    try {
      ObjectNode forged = (ObjectNode) JSON.readTree(file);
      change.accept((ObjectNode) forged.get("results").get(0));
      return check(io.plenary.export.ExampleResults.digested(forged)).genuine();
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
    Ranking ranking = ranking(Unranked.MEAN);
    Tally three = new Tally(1, 3, java.util.Map.of(), 0, 0, 0, 3, true, 8);
    EventResults event = event(ranking, new Recount(Tally.none(1), List.of(), null, three));
    JsonNode one = json(event);
    assertTrue(one.get("options").get(0).get("points").isNull());
    assertTrue(one.get("ranks").get(0).get(0).isNull());
    assertTrue(one.get("ballots").isNull());
    assertTrue(one.get("winner").isNull());
    try (XSSFWorkbook book =
        new XSSFWorkbook(new ByteArrayInputStream(ResultsWorkbook.write(event, NOW)))) {
      XSSFSheet sheet = book.getSheetAt(1);
      assertEquals(null, sheet.getDrawingPatriarch(), "no chart");
      List<Object> numbers = new ArrayList<>();
      sheet.forEach(r -> numbers.add(value(r.getCell(2))));
      assertEquals(List.of("Score", "", "", "", "", "People", 0.0), told(numbers).subList(0, 7));
      List<Object> names = new ArrayList<>();
      sheet.forEach(r -> names.add(value(r.getCell(1))));
      assertFalse(names.contains("Places given to") || names.contains("Preferred to No."));
    }
  }

  @Test
  void anEventFileMakesItAnew() throws Exception {
    Ranking ranking = ranking(Unranked.ZERO);
    RankingFile file = new RankingFile();
    byte[] bytes =
        new EventFile(
                new Wire.EventDetails(
                    "Spring conference",
                    "2027-03-08",
                    "2027-03-09",
                    "Europe/London",
                    List.of(),
                    false),
                List.of(new FileRoom("Main hall", List.of(file.file(ranking)), List.of())))
            .write(List.of(), NOW);
    EventFile read = EventFile.read(bytes, AllKinds.REGISTRY.files());
    Ranking made = file.make("r2", read.rooms().get(0).activities().get(0));
    assertEquals(ranking.asked(), made.asked(), "with the ids of its options");
    assertEquals(State.DRAFT, made.state());
    assertEquals(Results.STAGE, made.chosen());
    assertTrue(FileCheck.of(bytes, AllKinds.REGISTRY.files()).genuine());
  }
}
