package io.plenary.export.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.plenary.ManualLoop;
import io.plenary.activity.Activity;
import io.plenary.activity.EventState;
import io.plenary.activity.RoomRules;
import io.plenary.activity.service.Connection;
import io.plenary.activity.service.ModelStore;
import io.plenary.export.EventResults;
import io.plenary.export.FileCheck;
import io.plenary.export.FileKind;
import io.plenary.export.ResultsCsv;
import io.plenary.export.ResultsJson;
import io.plenary.kinds.choice.Poll;
import io.plenary.kinds.choice.Polls;
import io.plenary.kinds.choice.export.PollFile;
import io.plenary.protocol.BadMessage;
import io.plenary.toy.Toy;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Another kind goes into files and comes back without a word of it in what reads and writes them.
 */
class OtherKindFilesTest {
  private static final JsonMapper JSON = new JsonMapper();
  private final ManualLoop loop = new ManualLoop();
  private final ToyExport toys = new ToyExport();
  private final Exports exports =
      new Exports(List.of(new PollFile(), toys), null, 0, List.of(toys));
  private final Exporter exporter =
      new Exporter(exports, loop.context(), id -> Future.succeededFuture(List.of()));

  private static EventState state() {
    ModelStore store = new ModelStore(Polls.state(Polls.poll("p0", Poll.State.DRAFT)));
    store.commit(RoomRules.add(store.state(), Polls.HALL, Toy.of("in", Toy.State.OPEN), "p0"));
    store.commit(RoomRules.stand(store.state(), Polls.HALL, Toy.of("by", Toy.State.OPEN)));
    return store.state();
  }

  @Test
  void itComesBackWhereItWasAndAsNew() throws BadMessage, IOException {
    byte[] file = exporter.file(Connection.loaded(state())).write(List.of(), Instant.EPOCH);
    JsonNode room = JSON.readTree(file).get("rooms").get(0);
    assertEquals(
        JSON.readTree("[{'kind':'toy','title':'Ring by'}]".replace('\'', '"')),
        room.get("alwaysOn"));
    assertEquals(List.of("poll", "toy"), room.get("activities").findValuesAsText("kind"));
    Importer importer = new Importer(null, exports, () -> "new");
    var back = importer.parse(file);
    assertEquals(exporter.file(Connection.loaded(state())), back);
    assertEquals(
        new Toy("new", 1, 1, "Ring by", Toy.State.DRAFT),
        toys.make("new", back.rooms().get(0).alwaysOn().get(0)));
  }

  @Test
  void whatItsReaderRefusesNamesThePlace() {
    String file =
        new String(
            exporter.file(Connection.loaded(state())).write(List.of(), Instant.EPOCH),
            StandardCharsets.UTF_8);
    Importer importer = new Importer(null, exports, () -> "new");
    assertEquals(
        "rooms[0].alwaysOn[0].title: must not be empty",
        assertThrows(
                BadMessage.class,
                () -> importer.parse(file.replace("Ring by", "").getBytes(StandardCharsets.UTF_8)))
            .getMessage());
    Importer older =
        new Importer(null, new Exports(List.of(new PollFile()), null, 0, List.of()), () -> "new");
    assertEquals(
        "rooms[0].activities[1].kind: must be one of poll",
        assertThrows(BadMessage.class, () -> older.parse(file.getBytes(StandardCharsets.UTF_8)))
            .getMessage());
  }

  @Test
  void itsResultsStandBesideThoseOfPolls() throws IOException, BadMessage {
    Future<EventResults> found =
        exporter.results(Connection.loaded(state()), a -> a instanceof Toy);
    loop.run();
    EventResults results = found.result();
    assertEquals(
        List.of("in", "by"),
        results.of(ToyExport.ToyResults.class).stream().map(ToyExport.ToyResults::id).toList());
    JsonNode json = JSON.readTree(ResultsJson.write(results, Instant.EPOCH));
    assertEquals(
        JSON.readTree(
            "[{'kind':'toy','id':'in','rung':7},{'kind':'toy','id':'by','rung':7}]"
                .replace('\'', '"')),
        json.get("results"));
    byte[] file =
        exporter.file(Connection.loaded(state())).write(results.activities(), Instant.EPOCH);
    assertEquals(json.get("results"), JSON.readTree(file).get("results"));
    List<FileKind> kinds = List.of(toys);
    assertTrue(
        FileCheck.of(file, kinds).genuine()
            && FileCheck.of(ResultsJson.write(results, Instant.EPOCH), kinds).genuine());
    assertTrue(
        new String(ResultsCsv.write(results), StandardCharsets.UTF_8)
            .contains(",in,Bell,toy,,all,rings,7,,,"));
    assertEquals(1, new Importer(null, exports, () -> "new").parse(file).rooms().size());
  }

  @Test
  void aKindWhoseResultsAreReadNowhereIsSaidAtTheStart() {
    assertThrows(
        IllegalArgumentException.class, () -> new Exports(List.of(toys), null, 0, List.of()));
  }

  @Test
  void aKindThatGoesIntoNoFileIsSaid() {
    Exporter polls =
        new Exporter(
            new Exports(List.of(new PollFile()), null, 0, List.of()),
            loop.context(),
            id -> Future.succeededFuture(List.of()));
    Activity toy = Toy.of("t", Toy.State.DRAFT);
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> polls.file(Connection.loaded(state())))
            .getMessage()
            .contains(toy.kind()));
  }
}
