package io.plenary.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.plenary.activity.RoomPlan;
import io.plenary.kinds.AllKinds;
import io.plenary.kinds.choice.export.PollFile;
import io.plenary.kinds.choice.wire.ChoiceWire;
import io.plenary.kinds.choice.wire.ChoiceWire.OptionDraft;
import io.plenary.kinds.qa.export.FileQuestions;
import io.plenary.kinds.reactions.export.FileReactions;
import io.plenary.protocol.BadMessage;
import io.plenary.protocol.Wire.EventDetails;
import io.plenary.protocol.Wire.Look;
import io.plenary.words.Results;
import io.plenary.words.Theme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventFileTest {
  private static final Instant NOW = Instant.parse("2027-03-09T18:00:00Z");

  private static final FileDraft POLL =
      new FileDraft(
          "poll",
          new ChoiceWire.Draft(
              "What helps?\nChoose two.",
              List.of(
                  new OptionDraft("Job share", "a", false),
                  new OptionDraft("None of these", null, true)),
              2,
              "Prefer not to say",
              Results.STAGE),
          "Thank Amara.\nThen ask who is new.");

  private static final EventFile FILE =
      new EventFile(
          new EventDetails(
              "Spring conference",
              "2027-03-08",
              "2027-03-09",
              "Europe/London",
              List.of("https://intranet.example.org"),
              false),
          List.of(
              new FileRoom("Main hall", List.of(POLL, POLL), List.of()),
              new FileRoom("Annex", List.of(), List.of())));

  @Test
  void comesBackWithoutItsResults() throws BadMessage {
    assertEquals(
        FILE, read(FILE.write(List.of(ExampleResults.multiple(), ExampleResults.empty()), NOW)));
  }

  @Test
  void theLookAndTheLogoComeBackToo() throws BadMessage {
    EventFile file =
        new EventFile(
            FILE.event(),
            new Look(Theme.LIGHT, "#fdf6ec", null, "#a8421b"),
            "iVBORw0KGgo=",
            FILE.rooms());
    assertEquals(file, read(file.write(List.of(), NOW)));
    String text = new String(file.write(List.of(), NOW), StandardCharsets.UTF_8);
    assertEquals(
        "look.ground: must be a colour like #4a2c82, or null",
        refused(text.replace("#fdf6ec", "url(x)")));
    assertTrue(
        refused(text.replace("iVBORw0KGgo=", "A".repeat(54_617))).startsWith("logo: is a picture"));
  }

  @Test
  void holdsWhatResultsJsonHolds() throws IOException {
    ActivityResults poll = ExampleResults.multiple();
    JsonMapper json = new JsonMapper();
    assertEquals(
        json.readTree(ResultsJson.write(ExampleResults.event(poll), NOW)).get("results"),
        json.readTree(FILE.write(List.of(poll), NOW)).get("results"));
  }

  @Test
  void mayBeWrittenByHand() throws BadMessage {
    assertEquals("R", read(byHand("{'name':'R','activities':[]}")).rooms().get(0).name());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "plenary-event"    | "plenary-results" | format: this is not an event file. Choose a file that was exported \
          as an event (its format is plenary-event).
          "plenary-event"    | 3                 | format: must be text
          "version" : 2      | "version" : 3     | version: this file was made by a newer Plenary. This one reads \
          version 2.
          "version" : 2      | "version" : 1     | version: this file was made by an older Plenary. This one reads \
          version 2.
          "kind" : "poll"    | "kind" : "board"  | rooms[0].activities[0].kind: must be one of poll
          "alwaysOn"         | "lying"           | rooms[0].lying: is not a known field here
          "Spring conference"| ""                | event.name: must not be empty
          "2027-03-08"       | "tomorrow"        | event.startsOn: must be a date like 2027-03-08
          "Main hall"        | 7                 | rooms[0].name: must be text
          "Main hall"        | "Main hall", "x":1| rooms[0].x: is not a known field here
          "maxChoices" : 2   | "maxChoices" : 0  | rooms[0].activities[0].maxChoices: must be a whole number from 1 to \
          20
          "stage"            | "all"             | rooms[0].activities[0].results: must be one of hidden, stage, \
          everyone
          "rooms" :          | "halls" :         | rooms: is missing
          "event" : {        | "event" : {{      | This is not an event file: it is not valid JSON (line 5, column 14)
          """)
  void saysWhereItIsWrong(String was, String is, String words) {
    String file = new String(FILE.write(List.of(), NOW), StandardCharsets.UTF_8);
    assertTrue(file.contains(was), file);
    assertEquals(
        words,
        refused(file.replaceFirst(java.util.regex.Pattern.quote(was), is.replace("$", "\\$"))));
  }

  @Test
  void namesThePollWithTooFewOptions() {
    String file = new String(FILE.write(List.of(), NOW), StandardCharsets.UTF_8);
    int second = file.indexOf("\"options\"", file.indexOf("\"options\"") + 1);
    int start = file.indexOf('[', second);
    String broken = file.substring(0, start) + "[]" + file.substring(file.indexOf(']', start) + 1);
    assertEquals("rooms[0].activities[1].options: at least 2 options", refused(broken));
  }

  @Test
  void anEventHasARoom() {
    byte[] none = new EventFile(FILE.event(), List.of()).write(List.of(), NOW);
    assertEquals("rooms: must not be empty", refused(new String(none, StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'activities':[REACTIONS]                              | rooms[0].activities[0].kind: reactions stands beside \
          the run order: put this into alwaysOn
          'activities':[POLL,QA]                                | rooms[0].activities[1].kind: qa stands beside the \
          run order: put this into alwaysOn
          'activities':[],'alwaysOn':[POLL]                     | rooms[0].alwaysOn[0].kind: poll has its place in the \
          run order: put this into activities
          'activities':[],'alwaysOn':[QA,REACTIONS,QA]          | rooms[0].alwaysOn[2].kind: a room has only one qa
          'activities':[],'alwaysOn':[REACTIONS,REACTIONS]      | rooms[0].alwaysOn[1].kind: a room has only one \
          reactions
          """)
  void everyKindHasItsPlace(String members, String words) {
    String room =
        "{'name':'R',"
            + members
                .replace(
                    "QA",
                    "{'kind':'qa','check':'before','names':'choice','maxLength':300,'perPerson':10,'openCounts':false}")
                .replace("REACTIONS", "{'kind':'reactions'}")
                .replace(
                    "POLL",
                    "{'kind':'poll','question':'Q','options':[{'text':'a'},{'text':'b'}],"
                        + "'maxChoices':1,'abstain':null,'results':'stage'}")
            + "}";
    assertEquals(
        words,
        assertThrows(BadMessage.class, () -> EventFile.read(byHand(room), EVERY)).getMessage());
  }

  @Test
  void whatStandsComesBack() throws BadMessage {
    FileRoom room =
        new FileRoom(
            "Hall",
            List.of(POLL),
            List.of(
                new FileQuestions(true, "before", "choice", 300, 10, false),
                new FileReactions(true)));
    EventFile file = new EventFile(FILE.event(), List.of(room));
    assertEquals(file, EventFile.read(file.write(List.of(), NOW), EVERY));
  }

  @Test
  void itHoldsNoMoreThanAnEventMay() throws BadMessage {
    String room = "{'name':'R','activities':[]}";
    byte[] most = byHand(String.join(",", java.util.Collections.nCopies(RoomPlan.MAX_ROOMS, room)));
    assertEquals(RoomPlan.MAX_ROOMS, read(most).rooms().size());
    byte[] more =
        byHand(String.join(",", java.util.Collections.nCopies(RoomPlan.MAX_ROOMS + 1, room)));
    assertEquals(
        "rooms: at most 20 rooms", assertThrows(BadMessage.class, () -> read(more)).getMessage());
    assertEquals(
        "rooms[0].name: must be 1 to 60 characters",
        assertThrows(BadMessage.class, () -> read(byHand(room.replace("R", "R".repeat(61)))))
            .getMessage());
  }

  private static final List<FileKind> EVERY = AllKinds.REGISTRY.files();

  private static byte[] byHand(String rooms) {
    String file =
        "{'format':'plenary-event','version':2,"
            + "'event':{'name':'N','startsOn':'2027-03-08','endsOn':'2027-03-08','timeZone':'Z',"
            + "'frameOrigins':[]},'rooms':["
            + rooms
            + "]}";
    return file.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }

  private static EventFile read(byte[] utf8) throws BadMessage {
    return EventFile.read(utf8, List.of(new PollFile()));
  }

  private static String refused(String file) {
    return assertThrows(BadMessage.class, () -> read(file.getBytes(StandardCharsets.UTF_8)))
        .getMessage();
  }
}
