package io.plenary.kinds.qa.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.Change.Answers;
import io.plenary.activity.Room;
import io.plenary.activity.Stage;
import io.plenary.export.ActivityResults;
import io.plenary.export.EventResults;
import io.plenary.export.FileCheck;
import io.plenary.export.ResultsJson;
import io.plenary.export.ResultsWorkbook;
import io.plenary.export.service.ActivityExport.Place;
import io.plenary.kinds.AllKinds;
import io.plenary.kinds.qa.DeclineReason;
import io.plenary.kinds.qa.Qa;
import io.plenary.kinds.qa.QaSettings.Check;
import io.plenary.kinds.qa.export.PublicQuestionResults;
import io.plenary.kinds.qa.export.QuestionResult;
import io.plenary.kinds.qa.export.QuestionResults;
import io.plenary.kinds.qa.export.QuestionsCsv;
import io.plenary.kinds.qa.service.QuestionExport;
import io.plenary.redis.Await;
import io.plenary.redis.store.StoreTest;
import io.vertx.redis.client.Command;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From a real store into files: upvotes as people gave them, before and after anonymising, and
 * nobody to be found in them.
 */
class QuestionFilesFromStoreTest extends StoreTest {
  private static final Place PLACE =
      new Place(
          "e",
          ZoneId.of("UTC"),
          new Room("r", 1, "Main hall", List.of(), List.of("q"), Stage.join()));
  @TempDir Path folder;
  private QaDesk desk;
  private QuestionExport export;

  /**
   * Two duplicates merged, upvoted by three people of whom one upvoted both; one declined, one
   * waiting, one withdrawn.
   */
  @BeforeEach
  void ask() {
    desk = new QaDesk(link);
    desk.create(QaDesk.open(Check.BEFORE, 9));
    export = new QuestionExport(desk.store);
    desk.published("A", "B");
    desk.upvote("A", "upvoter-1", 1, true);
    desk.upvote("A", "upvoter-2", 1, true);
    desk.upvote("B", "upvoter-2", 2, true);
    desk.upvote("B", "upvoter-3", 1, true);
    desk.act(r -> r.merge("B", desk.at("B").rev(), "A"));
    desk.ask(
        QaDesk.question("phone-C", "C", "asker-C", "Declined words"),
        QaDesk.question("phone-D", "D", "asker-D", "Waiting words"),
        QaDesk.question("phone-E", "E", "asker-E", "Withdrawn words"));
    desk.act(r -> r.decline("C", 1, DeclineReason.OTHER, "Note words"));
    desk.act(r -> r.withdraw("E"));
  }

  private EventResults event(ActivityResults results) {
    return new EventResults("e", "N", "2026-11-20", "2026-11-21", "UTC", List.of(results));
  }

  private QuestionResults results() {
    return (QuestionResults) Await.result(export.results(PLACE, desk.qa));
  }

  private static QuestionResult row(QuestionResults of, String id) {
    return of.items().stream().filter(q -> q.id().equals(id)).findFirst().orElseThrow();
  }

  private void assertCounted(QuestionResults found, boolean raw) {
    assertEquals(5, found.items().size());
    assertEquals(3, row(found, "A").upvotes());
    assertEquals(raw ? 2 : null, row(found, "A").raw());
    assertEquals(raw ? 2 : null, row(found, "B").raw());
    FileCheck check =
        FileCheck.of(ResultsJson.write(event(found), Instant.EPOCH), AllKinds.REGISTRY.files());
    assertTrue(check.genuine(), check.toString());
    assertEquals(raw, check.toString().contains("Upvotes lie within"));
  }

  @Test
  void upvotesAreThoseOfPeopleWhileOpenWhenLockedAndWhenAnonymised() {
    assertCounted(results(), false);
    desk.become(Qa.State.LOCKED, false, Answers.KEEP);
    assertCounted(results(), true);
    desk.become(Qa.State.FINAL, false, Answers.KEEP);
    send(Command.HINCRBY, QaDesk.KEY, "lockedAt", -60_000);
    Await.result(desk.store.anonymise("e", "q"));
    assertCounted(results(), true);
  }

  private String unzipped(byte[] book) throws IOException {
    StringBuilder all = new StringBuilder();
    Path file = Files.write(folder.resolve("results.xlsx"), book);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        all.append(text(zip.getInputStream(entry).readAllBytes()));
      }
    }
    return all.toString();
  }

  @Test
  void nobodyIsInAnyFileAndTheRoomsHoldNoHiddenWord() throws IOException {
    String store = dump().toString();
    for (String person : List.of("upvoter-1", "asker-C", "phone-C")) {
      assertTrue(store.contains(person), "the look can see " + person);
    }
    EventResults all = event(results());
    PublicQuestionResults public1 =
        (PublicQuestionResults) Await.result(export.publicResults(PLACE, desk.qa));
    assertNotNull(public1);
    String book = unzipped(ResultsWorkbook.write(all, Instant.EPOCH));
    for (String file :
        List.of(text(QuestionsCsv.write(all)), text(ResultsJson.write(all, Instant.EPOCH)), book)) {
      assertTrue(
          file.contains("Declined words")
              && file.contains("Waiting words")
              && file.contains("Note words"),
          file);
      for (String hidden : List.of("Withdrawn words", "upvoter", "asker-", "phone-")) {
        assertFalse(file.contains(hidden), hidden);
      }
    }
    EventResults seen = event(public1);
    for (String file :
        List.of(
            text(QuestionsCsv.writePublic(seen)), text(ResultsJson.write(seen, Instant.EPOCH)))) {
      assertTrue(file.contains("Question A"), file);
      for (String hidden : List.of("Question B", "words", "upvoter", "asker-", "phone-")) {
        assertFalse(file.contains(hidden), hidden + " in " + file);
      }
    }
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
