package io.plenary.kinds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.plenary.export.EventFile;
import io.plenary.export.FileActivity;
import io.plenary.export.FileCheck;
import io.plenary.export.FileRoom;
import io.plenary.export.ResultsJson;
import io.plenary.export.ResultsWorkbook;
import io.plenary.protocol.BadMessage;
import io.plenary.protocol.Codec;
import io.plenary.protocol.Golden;
import io.plenary.protocol.OrganiserBallot;
import io.plenary.protocol.RoomBallot;
import io.plenary.protocol.ServerMessage;
import io.plenary.protocol.ServerMessage.AttendeeSnapshot;
import io.plenary.protocol.ServerMessage.OrganiserSnapshot;
import io.plenary.protocol.ServerMessage.StageSnapshot;
import io.plenary.protocol.Wire;
import io.plenary.voting.Answer;
import io.plenary.voting.BallotActivity;
import io.plenary.voting.Tally;
import io.plenary.voting.service.BallotFormat;
import io.plenary.voting.service.BallotKind;
import io.plenary.voting.service.TallyViews;
import io.plenary.words.ActivityState;
import io.plenary.words.Results;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every kind of ballot must do between its draft and its files, tried with the drafts of its
 * golden files and the answers of simulated people.
 */
class EveryBallotTest {
  private static final Instant NOW = Instant.parse("2027-03-09T18:00:30Z");

  private interface Check {
    void of(TriedBallot<?> tried) throws Exception;
  }

  private static Stream<DynamicTest> each(Check check) {
    return TriedBallot.ofGoldenFiles().map(one -> dynamicTest(one.file(), () -> named(one, check)));
  }

  /** A report of failures does not say the names of dynamic tests. */
  private static void named(TriedBallot.Named one, Check check) throws Exception {
    try {
      check.of(one.tried());
    } catch (AssertionError found) {
      throw new AssertionError(one.file() + ": " + found.getMessage(), found);
    }
  }

  @Test
  void everyKindHasAGoldenFileInWhichItIsMadeAndOneInWhichItIsEdited() {
    Set<String> kinds =
        AllKinds.REGISTRY.ballots().stream()
            .map(BallotKind::kind)
            .collect(Collectors.toCollection(TreeSet::new));
    for (String message : List.of("createActivity", "editActivity")) {
      assertEquals(
          kinds,
          TriedBallot.ofGoldenFiles()
              .filter(one -> one.file().startsWith(message))
              .map(one -> one.tried().kind().kind())
              .collect(Collectors.toCollection(TreeSet::new)),
          message);
    }
  }

  @TestFactory
  Stream<DynamicTest> isKeptAsItWasWritten() {
    return each(EveryBallotTest::kept);
  }

  private static <A extends BallotActivity> void kept(TriedBallot<A> tried) {
    A activity = tried.activity();
    BallotFormat<A> format = new BallotFormat<>(tried.kind());
    JsonObject stored = new JsonObject(format.write(activity).encode());
    assertEquals(
        activity, format.read(stored.put("id", "a1").put("rev", 1L).put("round", 1L)), "stored");
    assertTrue(tried.kind().draft(tried.draft()).made(activity), "the draft that made it");
    assertEquals(tried.kind().draft(tried.draft()).results(), activity.chosen());
  }

  @TestFactory
  Stream<DynamicTest> comesBackFromAnEventFile() {
    return each(EveryBallotTest::comesBack);
  }

  private static <A extends BallotActivity> void comesBack(TriedBallot<A> tried)
      throws BadMessage, IOException {
    FileActivity written = tried.file().file(tried.activity());
    byte[] bytes =
        new EventFile(
                new Wire.EventDetails(
                    "Spring conference",
                    "2027-03-08",
                    "2027-03-09",
                    "Europe/London",
                    List.of(),
                    false),
                List.of(new FileRoom("Main hall", List.of(written), List.of())))
            .write(List.of(), NOW);
    EventFile read = EventFile.read(bytes, AllKinds.REGISTRY.files());
    assertEquals(
        tried.activity(), tried.file().make("a1", read.rooms().get(0).activities().get(0)));
  }

  @TestFactory
  Stream<DynamicTest> simulatedPeopleAnswerIt() {
    return each(
        tried -> {
          var paper = tried.activity().paper();
          for (Answer answer : tried.answers()) {
            String word = paper.write(answer);
            assertEquals(answer, paper.answer(word), "as somebody sent it");
            assertEquals(word, paper.write(paper.answer(word)), "the one way to write it");
          }
          assertTrue(
              new HashSet<>(tried.answers()).size() > 2,
              "people differ, so that a result has a shape");
        });
  }

  @TestFactory
  Stream<DynamicTest> everyScreenIsToldWhatTheSchemaSays() {
    return each(EveryBallotTest::told);
  }

  private static <A extends BallotActivity> void told(TriedBallot<A> tried) throws Exception {
    A activity = tried.activity();
    for (Tally tally : List.of(Tally.none(1), tried.recount().shown())) {
      Wire.Tally full = TallyViews.full(activity, tally);
      Wire.Tally hidden = new Wire.Tally(1, 1, null, 0, 0, 0, 3, 5, null);
      for (Wire.Tally shown : Arrays.asList(full, hidden, null)) {
        RoomBallot room = tried.room(activity, shown);
        fits(stage(tried.kind().forRoom(activity, room)));
        if (shown != hidden) fits(phone(tried.kind().forRoom(activity, room)));
      }
      fits(
          desk(
              tried
                  .kind()
                  .forOrganisers(
                      activity,
                      new OrganiserBallot(
                          "a1",
                          4,
                          1,
                          ActivityState.OPEN,
                          Results.STAGE,
                          Results.HIDDEN,
                          null,
                          full,
                          true,
                          false,
                          1_764_424_800_000L,
                          null))));
    }
  }

  private static void fits(ServerMessage message) throws Exception {
    JsonNode told = new JsonMapper().readTree(Codec.encode(message));
    assertEquals(Set.of(), Golden.faults(Golden.SERVER_SCHEMA, told), told::toString);
    assertEquals(
        told,
        new JsonMapper()
            .readTree(Codec.encode(AllKinds.REGISTRY.codec().decodeServer(Codec.encode(message)))),
        "as Java reads it");
  }

  private static <M extends ServerMessage> M golden(String file, Class<M> type) throws BadMessage {
    JsonNode message = Golden.files("server").get(file);
    return type.cast(
        AllKinds.REGISTRY
            .codec()
            .decodeServer(message.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static StageSnapshot stage(Wire.StageActivity activity) throws BadMessage {
    StageSnapshot s = golden("stageSnapshot-join.json", StageSnapshot.class);
    return new StageSnapshot(
        s.epoch(),
        s.version(),
        s.event(),
        s.room(),
        s.rooms(),
        s.view(),
        activity,
        List.of(),
        s.position(),
        s.look(),
        s.join(),
        s.presence(),
        s.store(),
        s.ended());
  }

  private static AttendeeSnapshot phone(Wire.AttendeeActivity activity) throws BadMessage {
    AttendeeSnapshot s = golden("attendeeSnapshot-waiting.json", AttendeeSnapshot.class);
    return new AttendeeSnapshot(
        s.epoch(),
        s.version(),
        s.event(),
        s.room(),
        s.rooms(),
        s.kinds(),
        activity,
        List.of(),
        s.presence(),
        s.store(),
        s.over());
  }

  private static OrganiserSnapshot desk(Wire.OrganiserActivity activity) throws BadMessage {
    OrganiserSnapshot s = golden("organiserSnapshot.json", OrganiserSnapshot.class);
    return new OrganiserSnapshot(
        s.epoch(),
        s.version(),
        s.event(),
        s.room(),
        s.rooms(),
        List.of(activity),
        List.of(),
        s.join(),
        s.presence(),
        s.store(),
        s.storeReason(),
        s.withheld());
  }

  @TestFactory
  Stream<DynamicTest> itsResultInAFileFollowsFromItsBallots() {
    return each(
        tried -> {
          FileCheck check =
              FileCheck.of(ResultsJson.write(tried.results(), NOW), AllKinds.REGISTRY.files());
          assertTrue(check.genuine(), check::toString);
        });
  }

  @TestFactory
  Stream<DynamicTest> theCodebookExplainsItsWords() {
    return each(
        tried -> {
          byte[] bytes = ResultsWorkbook.write(tried.results(), NOW);
          try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            explained(book);
          }
        });
  }

  private static void explained(XSSFWorkbook book) {
    Set<String> said = new HashSet<>();
    for (Row row : book.getSheet("Codebook")) {
      said.add(text(row, 0));
      said.add(String.join(" | ", text(row, 0), text(row, 1), text(row, 2)));
    }
    Sheet data = book.getSheet("Data");
    Row header = data.getRow(0);
    for (Row row : data) {
      if (row.getRowNum() == 0) continue;
      for (Cell column : header) {
        String name = column.getStringCellValue();
        if (!List.of("kind", "measure", "base_of").contains(name)) continue;
        String word = text(row, column.getColumnIndex());
        if (!word.isEmpty() && !said.contains(String.join(" | ", "Data", name, word))) {
          fail("the codebook does not say what " + name + " " + word + " is");
        }
      }
    }
    // The second column of every table of the activity's own sheet says what its rows are.
    for (Row row : book.getSheetAt(1)) {
      if (row.getRowNum() < 2 || !headed(book, row)) continue;
      String word = text(row, 1);
      assertTrue(
          word.equals("Turnout") || said.contains("1, 2, … | " + word + " | "),
          () -> "the codebook does not say what " + word + " is");
    }
  }

  private static boolean headed(XSSFWorkbook book, Row row) {
    Cell cell = row.getCell(1);
    return cell != null
        && book.getFontAt(cell.getCellStyle().getFontIndex()).getBold()
        && cell.getCellStyle().getVerticalAlignment() == VerticalAlignment.BOTTOM;
  }

  private static String text(Row row, int column) {
    Cell cell = row.getCell(column);
    return cell == null ? "" : cell.toString();
  }
}
