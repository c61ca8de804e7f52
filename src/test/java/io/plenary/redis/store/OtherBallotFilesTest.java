package io.plenary.redis.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.activity.Activity.State;
import io.plenary.activity.Lifecycle;
import io.plenary.activity.service.Changes;
import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.export.EventFile;
import io.plenary.export.EventResults;
import io.plenary.export.ExampleResults;
import io.plenary.export.FileCheck;
import io.plenary.export.FileKind;
import io.plenary.export.ResultsCsv;
import io.plenary.export.ResultsJson;
import io.plenary.export.ResultsWorkbook;
import io.plenary.export.service.Exporter;
import io.plenary.export.service.Exports;
import io.plenary.export.service.Importer;
import io.plenary.kinds.choice.export.PollFile;
import io.plenary.kinds.choice.service.PollKind;
import io.plenary.protocol.BadMessage;
import io.plenary.redis.Await;
import io.plenary.toy.Pebbles;
import io.plenary.toy.PebblesFile;
import io.plenary.toy.PebblesKind;
import io.plenary.voting.Answer;
import io.plenary.voting.Ballot;
import io.plenary.voting.BallotState;
import io.plenary.voting.VoteRules;
import io.plenary.voting.service.BallotFormat;
import io.plenary.words.Results;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Another kind of ballots in every file, of which only its own {@link PebblesFile} knows. */
class OtherBallotFilesTest extends StoreTest {
  private static final Instant NOW = Instant.parse("2027-03-09T18:00:00Z");
  private static final JsonMapper JSON = new JsonMapper();
  private static final String HOSTILE =
      "=HYPERLINK(\"https://example.org\",\"x\") _x0041_ <b>&amp;";
  private static final List<FileKind> KINDS = List.of(new PollFile(), new PebblesFile());
  private EventCache board;
  private Exports exports;
  private Exporter exporter;

  @BeforeEach
  void create() {
    Context owner = vertx.getOrCreateContext();
    RedisEventStore events =
        new RedisEventStore(
            link,
            ENTROPY,
            new ActivityFormats(
                List.of(
                    new BallotFormat<>(new PollKind()), new BallotFormat<>(new PebblesKind()))));
    RedisBallotStore ballots = new RedisBallotStore(link);
    board = new EventCache(events, owner);
    exports = new Exports(KINDS, ballots, 0, List.of());
    exporter = new Exporter(exports, owner, id -> Future.succeededFuture(List.of()));
    Pebbles pebbles =
        Pebbles.asking(HOSTILE, new BallotState("s", 1, 1, State.OPEN, Results.STAGE));
    Await.result(
        events.create(
            event("e", "ABCDEF"),
            List.of(room("r", "p", "s")),
            List.of(poll("p", 1, 1, State.DRAFT), pebbles)));
    for (int voter = 1; voter <= 5; voter++) {
      cast(ballots, voter, new Answer(List.of("a", "b", "b"), false));
    }
    cast(ballots, 6, new Answer(List.of(), false));
    cast(ballots, 7, Answer.ABSTAINED);
    Changes changes = new Changes(events, board, owner);
    Await.result(changes.run("e", s -> Lifecycle.lock(s, "s", 1)));
    send(Command.HINCRBY, Keys.activity("e", "s"), "lockedAt", -10);
  }

  private void cast(RedisBallotStore ballots, int voter, Answer answer) {
    String word = VoteRules.judge(VoteRules.ballot(loaded().state(), "s"), 1, answer);
    Ballot ballot = new Ballot("voter-" + voter, "v", 1, 1, word, 0);
    Await.result(ballots.cast("e", "s", List.of(ballot), 0));
  }

  private LoadedEvent loaded() {
    return Await.result(board.refresh("e"));
  }

  private EventResults results() {
    return Await.result(exporter.results(loaded(), a -> true));
  }

  @Test
  void itsResultsAreInJsonWithWhatAllBallotsHave() throws IOException {
    JsonNode pebbles = JSON.readTree(ResultsJson.write(results(), NOW)).get("results").get(1);
    assertEquals("pebbles", pebbles.get("kind").textValue());
    assertEquals(HOSTILE, pebbles.get("question").textValue());
    assertEquals(
        JSON.readTree(
            """
            {"a":{"sum":5,"mean":0.8333333333333334},"b":{"sum":10,"mean":1.6666666666666667},"c":{"sum":0,"mean":0.0}}\
            """),
        pebbles.get("pebbles"));
    assertEquals(
        JSON.readTree(
            """
            [null,[],["a","b","b"],["a","b","b"],["a","b","b"],["a","b","b"],["a","b","b"]]\
            """),
        pebbles.get("ballots"));
    assertEquals(
        List.of(7, 6, 1, 0, 0),
        List.of("connected", "voted", "abstained", "notShown", "notVoted").stream()
            .map(name -> pebbles.get(name).intValue())
            .toList());
    assertEquals("No view", pebbles.get("abstainLabel").textValue());
  }

  @Test
  void verifyCountsItsBallots() throws IOException {
    byte[] file = ResultsJson.write(results(), NOW);
    FileCheck check = FileCheck.of(file, KINDS);
    assertTrue(check.genuine(), check.toString());
    assertTrue(
        check.lines().contains("  7 ballots recounted: counts and turnout agree."),
        check.toString());
    forged(file, "pebbles.b.sum says 11, and the ballots give 10", p -> at(p, "b").put("sum", 11));
    forged(file, "pebbles.a.mean says 2", p -> at(p, "a").put("mean", 2));
    forged(
        file,
        "pebbles.a.sum says 5, and the ballots give 6",
        p -> ((ArrayNode) p.get("ballots").get(1)).add("a"));
    forged(
        file,
        "cannot be: Give pebbles to what is offered",
        p -> ((ArrayNode) p.get("ballots").get(1)).add("z"));
    forged(file, "5 ballots vote, and voted says 6", p -> ((ArrayNode) p.get("ballots")).remove(1));
    FileCheck older = FileCheck.of(file, List.of(new PollFile()));
    assertFalse(older.genuine());
    assertTrue(older.toString().contains("does not know the kind"), older.toString());
  }

  private static ObjectNode at(ObjectNode pebbles, String option) {
    return (ObjectNode) pebbles.get("pebbles").get(option);
  }

  private static void forged(byte[] file, String words, Consumer<ObjectNode> change)
      throws IOException {
    ObjectNode tree = (ObjectNode) JSON.readTree(file);
    change.accept((ObjectNode) tree.get("results").get(1));
    FileCheck check = FileCheck.of(ExampleResults.digested(tree), KINDS);
    assertFalse(check.genuine());
    assertTrue(check.toString().contains(words), check.toString());
  }

  @Test
  void itsRowsAreInTheTable() {
    String csv = new String(ResultsCsv.write(results()), StandardCharsets.UTF_8);
    String quoted = "\"'" + HOSTILE.replace("\"", "\"\"") + "\"";
    assertTrue(
        csv.contains(",s," + quoted + ",pebbles,locked,b,pebbles,10,,6,7,6,1,0,0,0\r\n"), csv);
    assertTrue(
        csv.contains(",s," + quoted + ",pebbles,locked,No view,abstained,1,,6,7,6,1,0,0,0\r\n"),
        csv);
  }

  @Test
  void itsSheetsAreInTheWorkbook() throws IOException {
    byte[] file = ResultsWorkbook.write(results(), NOW);
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      XSSFSheet own = book.getSheetAt(1); // what was never opened has none before it
      assertTrue(holds(own, 0, HOSTILE), "its title");
      assertTrue(holds(own, 0, "Pebbles given"), "a table of its own");
      assertTrue(numbered(own, 0, 1) && numbered(own, 3, 5), "one gave none, five gave three");
      assertEquals(1, own.getDrawingPatriarch().getCharts().size());
      assertTrue(holds(book.getSheet("Data"), 1, HOSTILE));
      assertTrue(holds(book.getSheet("Codebook"), 2, "pebbles"));
      assertTrue(holds(book.getSheet("Codebook"), 2, "not_voted"));
    }
  }

  private static boolean numbered(XSSFSheet sheet, double second, double third) {
    for (var row : sheet) {
      var cells = java.util.stream.IntStream.of(1, 2).mapToObj(row::getCell).toList();
      if (cells.stream().allMatch(c -> c != null && c.getCellType() == CellType.NUMERIC)
          && cells.get(0).getNumericCellValue() == second
          && cells.get(1).getNumericCellValue() == third) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(XSSFSheet sheet, int column, String text) {
    for (var row : sheet) {
      var cell = row.getCell(column);
      if (cell != null && cell.toString().equals(text)) return true;
    }
    return false;
  }

  @Test
  void itsEventFileComesBackWithoutAnswers() throws BadMessage {
    byte[] file = exporter.file(loaded()).write(results().activities(), NOW);
    assertTrue(FileCheck.of(file, KINDS).genuine());
    EventFile back = new Importer(null, exports, () -> "new").parse(file);
    assertEquals(exporter.file(loaded()), back);
    assertEquals(
        Pebbles.asking(HOSTILE, BallotState.draft("new", Results.STAGE)),
        new PebblesFile().make("new", back.rooms().get(0).activities().get(1)));
    String spoilt =
        new String(file, StandardCharsets.UTF_8)
            .replaceAll(
                "(\"kind\" : \"pebbles\",\\s*)\"question\" : \"[^\\n]*\",",
                "$1\"question\" : \"\",");
    assertEquals(
        "rooms[0].activities[1].question: must not be empty",
        assertThrows(
                BadMessage.class,
                () ->
                    new Importer(null, exports, () -> "new")
                        .parse(spoilt.getBytes(StandardCharsets.UTF_8)))
            .getMessage());
  }
}
