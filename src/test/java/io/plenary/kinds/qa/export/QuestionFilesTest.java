package io.plenary.kinds.qa.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.export.EventFile;
import io.plenary.export.EventResults;
import io.plenary.export.ExampleResults;
import io.plenary.export.FileCheck;
import io.plenary.export.ResultsJson;
import io.plenary.kinds.AllKinds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class QuestionFilesTest {
  private static FileCheck check(byte[] file) {
    return FileCheck.of(file, AllKinds.REGISTRY.files());
  }

  private static final Instant NOW = Instant.parse("2027-03-09T18:00:00Z");
  private static final JsonMapper JSON = new JsonMapper();
  private static final EventResults BOTH = Asked.event(ExampleResults.multiple(), Asked.room());

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }

  @Test
  void csvHasOneRowPerQuestionByNumberAndThenByTime() {
    String none = ",,";
    assertEquals(
        "\ufeff"
            + String.join(
                "\r\n",
                "room,number,question,state,reason,labels,upvotes,asked,published,answered,answer,"
                    + "how,name,merged_into,note,id,original",
                "Main hall,1,What will change?,answered,,,7,2027-03-08 14:02,2027-03-08"
                    + " 14:02,2027-03-08 14:42,Much.,written,,,,an,What wil chagne?",
                "Main hall,2,\"Why now, and \"\"why\"\" here?\",live,,pay; leave,6,2027-03-08"
                    + " 14:02,2027-03-08 14:04,,,,A name,,,p2,",
                "Main hall,3,Why now?,merged,,,3,2027-03-08 14:02,2027-03-08 14:04"
                    + none
                    + ",,,2,,m1,",
                "Main hall,4,,withdrawn,,,2,2027-03-08 14:02,2027-03-08 14:02" + none + ",,,,,x1,",
                "Main hall,,Buy my book,declined,offTopic,,0,2027-03-08 14:02,,"
                    + none
                    + ",,,Not today.,d1,",
                "Main hall,,And why,merged,,,0,2027-03-08 14:02,," + none + ",,3,,m2,",
                "Main hall,,Old,archived,other,,0,2027-03-08 14:02,," + none + ",,,,z1,",
                "Main hall,,Is there lunch?,waiting,,,0,2027-03-08 14:03,," + none + ",,,,w1,",
                ""),
        text(QuestionsCsv.write(BOTH)));
  }

  @Test
  void whatTheRoomSeesIsAllThatThePublicFilesSay() throws IOException {
    EventResults seen = Asked.event(Asked.seen());
    assertEquals(
        "\ufeff"
            + String.join(
                "\r\n",
                "room,number,question,state,labels,upvotes,asked,answer,how,name,also,corrected",
                "Main hall,1,What will change?,answered,,7,2027-03-08 14:02,Much.,written,,,yes",
                "Main hall,2,\"Why now, and \"\"why\"\" here?\",live,pay; leave,6,2027-03-08"
                    + " 14:02,,,A name,3,",
                ""),
        text(QuestionsCsv.writePublic(seen)));
    JsonNode room = JSON.readTree(ResultsJson.write(seen, NOW)).get("results").get(0);
    assertEquals(
        JSON.readTree(
            """
            {"kind":"qa","room":"Main hall","items":[
             {"number":1,"text":"What will change?","corrected":true,"name":null,\
            "state":"answered","labels":[],"upvotes":7,\
            "asked":"2027-03-08T14:02Z","answer":"Much.",
              "how":"written","also":[]},
             {"number":2,"text":"Why now, and \\"why\\" here?","corrected":false,\
            "name":"A name","state":"live","labels":["pay",\
            "leave"],"upvotes":6,
              "asked":"2027-03-08T14:02Z","answer":null,"how":null,"also":[3]}]}\
            """),
        room);
    assertTrue(check(ResultsJson.write(seen, NOW)).genuine());
    assertEquals(
        1,
        text(QuestionsCsv.write(seen)).lines().count(),
        "the organisers' file never holds what the room sees, nor the other way round");
    assertEquals(1, text(QuestionsCsv.writePublic(BOTH)).lines().count());
  }

  @Test
  void jsonSaysItBesideThePolls() throws IOException {
    JsonNode file = JSON.readTree(ResultsJson.write(BOTH, NOW));
    assertEquals(List.of("poll", "qa"), file.get("results").findValuesAsText("kind"));
    JsonNode room = file.get("results").get(1);
    assertEquals(
        JSON.readTree(
            """
            {"received":8,"approved":4,"waiting":1,"published":0,"live":1,"answered":1,"declined":1,"merged":2,\
            "archived":1,"withdrawn":1}\
            """),
        room.get("totals"));
    assertEquals(
        JSON.readTree(
            """
            {"id":"d1","number":null,"text":"Buy my book","original":null,\
            "name":null,"state":"declined","reason":"offTopic",\
            "note":"Not today.","labels":[],"upvotes":0,"raw":0,
             "asked":"2027-03-08T14:02Z","published":null,"answered":null,"answer":null,"how":null,"mergedInto":null}\
            """),
        room.get("items").get(4));
    byte[] event = new EventFile(null, List.of()).write(BOTH.activities(), NOW);
    assertEquals(file.get("results"), JSON.readTree(event).get("results"));
    for (byte[] genuine : List.of(ResultsJson.write(BOTH, NOW), event)) {
      FileCheck check = check(genuine);
      assertTrue(check.genuine(), check.toString());
      assertTrue(
          check
              .lines()
              .containsAll(
                  List.of(
                      "Questions (Main hall, locked)",
                      "  8 questions: the counts by state agree.",
                      "  Upvotes lie within what the questions of each group allow.")),
          check.toString());
    }
  }

  @Test
  void hostileWordsStayWordsInCsv() {
    for (String words : List.of("=1+1", "@SUM(A1)", "-1", "\uff1d1")) {
      String csv =
          text(
              QuestionsCsv.write(
                  Asked.event(
                      new QuestionResults("a", words, "open", 1, List.of(Asked.saying(words))))));
      String row = csv.lines().skip(1).findFirst().orElseThrow();
      assertEquals(
          "'"
              + words
              + ",1,'"
              + words
              + ",answered,,'"
              + words
              + ",0,2027-03-08 14:02,2027-03-08 14:02,2027-03-08 14:02,'"
              + words
              + ",written,'"
              + words
              + ",,'"
              + words
              + ",q1,'"
              + words,
          row);
    }
  }

  private static String forged(Consumer<ObjectNode> change) {
    try {
      ObjectNode file = (ObjectNode) JSON.readTree(ResultsJson.write(BOTH, NOW));
      change.accept((ObjectNode) file.get("results").get(1));
      FileCheck check = check(ExampleResults.digested(file));
      assertFalse(check.genuine(), check.toString());
      return check.lines().stream().filter(l -> l.contains("WRONG")).reduce("", String::concat);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static ObjectNode item(ObjectNode room, int at) {
    return (ObjectNode) room.get("items").get(at);
  }

  private static void contains(String words, String said) {
    assertTrue(said.contains(words), said);
  }

  @Test
  void verifyFindsWhatDoesNotFitEvenWithANewDigest() {
    contains(
        "has 9 upvotes, and its group allows 4 to 7", forged(r -> item(r, 1).put("upvotes", 9)));
    contains(
        "has 3 upvotes, and its group allows 4 to 7", forged(r -> item(r, 1).put("upvotes", 3)));
    contains(
        "has 8 upvotes, and its group allows 7 to 7", forged(r -> item(r, 0).put("upvotes", 8)));
    contains("other upvotes than its own", forged(r -> item(r, 2).put("upvotes", 4)));
    contains("into one that is not there", forged(r -> item(r, 2).put("mergedInto", "gone")));
    contains("in a circle", forged(r -> item(r, 2).put("mergedInto", "m2")));
    contains("though it is not merged", forged(r -> item(r, 2).put("state", "published")));
    contains("received is not", forged(r -> ((ArrayNode) r.get("items")).remove(7)));
    contains(
        "1 questions are answered", forged(r -> ((ObjectNode) r.get("totals")).put("answered", 2)));
    contains("a state that there is not", forged(r -> item(r, 7).put("state", "lost")));
    contains("given twice", forged(r -> item(r, 0).put("number", 2)));
    contains("missing between 1 and 4", forged(r -> item(r, 0).put("number", 9)));
    contains("approved is not", forged(r -> item(r, 0).putNull("number")));
    contains("stands there twice", forged(r -> item(r, 0).put("id", "w1")));
    contains("cannot be read", forged(r -> r.put("items", 1)));
    contains("not see", forged(r -> r.remove("totals")));
  }

  @Test
  void whileUpvotesMayMoveTheyAreNotCompared() {
    var open =
        Asked.room().items().stream()
            .map(
                q ->
                    new QuestionResult(
                        q.id(),
                        q.number(),
                        q.text(),
                        null,
                        q.name(),
                        q.times(),
                        q.state(),
                        q.reason(),
                        q.note(),
                        q.labels(),
                        q.upvotes() + 50,
                        null,
                        q.answer(),
                        q.how(),
                        q.into()))
            .toList();
    FileCheck check =
        check(
            ResultsJson.write(
                Asked.event(new QuestionResults("a1", "Main hall", "open", 1, open)), NOW));
    assertTrue(
        check.genuine() && check.lines().stream().noneMatch(l -> l.contains("Upvotes")),
        check.toString());
  }
}
