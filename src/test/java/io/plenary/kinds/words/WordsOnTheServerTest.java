package io.plenary.kinds.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.kinds.BallotOnServer;
import io.plenary.redis.Await;
import io.plenary.transport.Talk;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A word cloud from its draft to the file that outlives it, over the wire and in the store. */
class WordsOnTheServerTest extends BallotOnServer {
  private static JsonObject draft(boolean approveFirst) {
    return new JsonObject()
        .put("kind", "words")
        .put("question", "One word for today?")
        .put("entries", 3)
        .put("length", 25)
        .put("approveFirst", approveFirst)
        .put("languages", JsonArray.of("cy"))
        .put("abstain", "I pass")
        .put("results", "everyone");
  }

  @Override
  protected JsonObject imported() {
    return draft(true);
  }

  @Override
  protected boolean smallGroup() {
    return false;
  }

  /** What moderators see in a list, as "answer count". */
  private List<String> listed(String list) {
    return items(list).stream()
        .map(i -> i.getString("answer") + " " + i.getInteger("count"))
        .toList();
  }

  private List<JsonObject> items(String list) {
    JsonObject asked =
        new JsonObject()
            .put("type", "getAnswers")
            .put("activity", activity().getString("id"))
            .put("list", list);
    return answer(asked).getJsonArray("items").stream().map(JsonObject.class::cast).toList();
  }

  private JsonObject decide(JsonObject... decisions) {
    JsonObject now = activity();
    return answer(
        new JsonObject()
            .put("type", "moderateAnswers")
            .put("activity", now.getString("id"))
            .put("round", now.getLong("round"))
            .put("answers", new JsonArray(List.of(decisions))));
  }

  private static JsonObject decision(String answer, long rev, String standing) {
    return new JsonObject().put("answer", answer).put("rev", rev).put("standing", standing);
  }

  /** Waits until a screen is told of these terms. */
  private void told(Talk screen, String terms) {
    screen.hear(
        m ->
            m.getString("type").equals("tally")
                && terms.equals(said(m.getJsonObject("tally").getJsonObject("result"))),
        "the terms " + terms);
  }

  private static String said(JsonObject result) {
    if (result == null) return "nothing";
    return result.getJsonArray("terms").stream()
        .map(JsonObject.class::cast)
        .map(t -> t.getString("text") + " " + t.getInteger("count"))
        .collect(Collectors.joining(", "));
  }

  @Test
  void nothingOfFourPeopleIsTold() {
    done(edit(draft(false)));
    run("openActivity");
    List<Talk> people = phones(5);
    for (int i = 0; i < 4; i++) counted(people.get(i), 1, "alone" + i, "Proud");
    assertEquals(List.of(), listed("shown"));
    JsonObject join = decision("alone1", 0, "shown").put("into", "proud");
    assertEquals("error", decide(join).getString("type"), "nobody can probe what is not shown");
    assertEquals(0, activity().getJsonObject("tally").getInteger("voted"));
    counted(people.get(4), 1, "proud");
    told(stage, "Proud 5, alone0 1, alone1 1, alone2 1, alone3 1");
    assertEquals(5, listed("shown").size());
  }

  @Test
  void fromItsDraftToTheFileThatOutlivesIt() {
    assertEquals("words", activity().getString("kind"));
    assertEquals(true, activity().getBoolean("approveFirst"));
    assertEquals("draft", activity().getString("state"));
    done(edit(draft(false)));
    run("openActivity");

    List<Talk> people = phones(6);
    Talk first = people.get(0);
    assertRefused("Write at most 3 entries.", vote(first, 1, "a", "b", "c", "d"));
    assertRefused("An entry has 1 to 3 words.", vote(first, 2, "one two three four"));
    assertRefused(
        "Write letters or numbers: an entry cannot be punctuation alone.", vote(first, 3, "?!"));
    counted(first, 4, "a first mind");
    counted(first, 5, "Merch", "Pay gap");
    counted(people.get(1), 1, "ferch", "gender pay gap", "pay-gap");
    counted(people.get(2), 1, "wanker", "merch");
    counted(people.get(3), 1, "<b>=1+1</b>", "merch");
    counted(people.get(4), 1, "gender pay gap");
    counted(people.get(5), 1);
    // Six answers, and nobody of the five of the first step is told of alone.
    run("lockActivity");
    Await.until(() -> results().getBoolean("complete"));
    told(stage, "merch 4, gender pay gap 2, Pay gap 2, <b>=1+1</b> 1");
    assertEquals(List.of("wanker 1"), listed("waiting"));

    done(decide(decision("genderpaygap", 0, "shown").put("into", "paygap")));
    told(stage, "merch 4, gender pay gap 3, <b>=1+1</b> 1");
    JsonObject other = decide(decision("genderpaygap", 0, "shown"));
    assertEquals("conflict", other.getString("code"), other.encode());
    done(
        decide(
            decision("wanker", 0, "hidden"),
            decision("paygap", 0, "shown").put("called", "Cyflog")));
    told(people.get(3), "merch 4, Cyflog 3, <b>=1+1</b> 1");
    assertEquals(List.of("wanker 1"), listed("hidden"));
    assertEquals(List.of("genderpaygap 0"), listed("joined"));
    done(decide(decision("genderpaygap", 1, "shown")));
    told(stage, "merch 4, gender pay gap 2, Cyflog 2, <b>=1+1</b> 1");
    done(decide(decision("genderpaygap", 2, "shown").put("into", "paygap")));
    told(stage, "merch 4, Cyflog 3, <b>=1+1</b> 1");

    JsonObject file = finalised(6);
    assertTrue(file.getJsonArray("ballots").contains(JsonArray.of("merch", 1)), file.encode());
    for (String name : List.of("results.json", "export.json", "results.csv")) {
      assertFalse(download(name).contains("wanker"), name);
    }
    done(decide(decision("wanker", 1, "shown")));
    Await.until(() -> results().encode().contains("wanker"));
    assertTrue(results().getJsonObject("recount").getBoolean("agrees"));
    assertOver(first, "a");
  }
}
