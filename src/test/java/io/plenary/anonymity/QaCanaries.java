package io.plenary.anonymity;

import io.plenary.Beside;
import io.plenary.TestServer;
import io.plenary.activity.service.EventStore.Key;
import io.plenary.identity.Hmac;
import io.plenary.kinds.qa.service.HmacAskers;
import io.plenary.transport.Browser;
import io.plenary.transport.Floor;
import io.plenary.transport.Talk;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * People of one Q&A who do everything people can do there, while an organiser does everything that
 * can be done with it.
 */
final class QaCanaries implements AutoCloseable {
  static final String ADDRESS = "203.0.113.78";
  static final String AGENT = "canary-agent-7e1d22";
  static final int PEOPLE = 8;
  private static final Map<String, String> HEADERS =
      Map.of("x-forwarded-for", ADDRESS, "user-agent", AGENT);

  private record Canary(String token, String participant, Talk talk) {}

  /**
   * @param name null: anonymous
   */
  private record Asked(int who, String phoneId, String text, String name) {}

  final Floor floor;
  private final List<Canary> people = new ArrayList<>();
  private final List<Asked> asked = new ArrayList<>();

  QaCanaries(TestServer server, Browser organiser) {
    floor = new Floor(server, organiser, new JsonObject());
    for (int i = 0; i < PEOPLE; i++) {
      Browser phone = new Browser(server.base());
      var join =
          phone.post(
              "/api/v1/join",
              "application/json",
              new JsonObject().put("code", floor.code).encode());
      HEADERS.forEach(join::header);
      JsonObject joined = new JsonObject(phone.send(join).body());
      String token = joined.getString("token");
      people.add(
          new Canary(token, token.split("\\.")[1], Talk.attendee(server.base(), joined, HEADERS)));
    }
  }

  /** All of it, but erasing. */
  void act() {
    JsonObject first = floor.approved(ask(0, "alpha", null));
    JsonObject second = floor.approved(ask(1, "bravo", null));
    JsonObject signed = floor.approved(ask(2, "charlie", "Canary who signs"));
    moderate(
        ask(2, "delta", null),
        new JsonObject()
            .put("kind", "decline")
            .put("reason", "other")
            .put("note", "Asked by the one who signed another"));
    floor.approved(ask(3, "echo", "Canary who withdraws"));
    JsonObject archived = floor.approved(ask(5, "foxtrot", null));
    ask(6, "golf", null);
    JsonObject answered = floor.approved(ask(7, "hotel", null));
    JsonObject erased = floor.approved(ask(4, "india", "Canary who is erased"));
    for (int i = 0; i < PEOPLE; i++) {
      upvote(i, first, 1, true);
      upvote(i, second, 2, true);
      upvote(i, signed, 3, true);
      if (i % 2 == 1) upvote(i, signed, 4, false);
      upvote(i, erased, 5, true);
    }
    merge(second, first);
    merge(archived, first);
    JsonObject apart = floor.found(archived.getString("text"));
    floor.command(
        floor.organiser,
        floor
            .message("unmergeQuestion")
            .put("id", apart.getString("id"))
            .put("rev", apart.getLong("rev")));
    moderate(floor.found(archived.getString("text")), new JsonObject().put("kind", "archive"));
    moderate(
        answered,
        new JsonObject()
            .put("kind", "label")
            .put("add", new JsonArray().add("pay"))
            .put("remove", new JsonArray()));
    moderate(
        floor.found(answered.getString("text")),
        new JsonObject().put("kind", "answer").put("text", "Yes, from April."));
    floor.command(
        floor.organiser,
        floor.message("highlightQuestion").put("n", first.getInteger("n")).putNull("live"));
    floor.command(
        floor.organiser, floor.message("answeredQuestion").put("n", first.getInteger("n")));
    Asked back = asked.stream().filter(a -> a.who == 3).findFirst().orElseThrow();
    floor.command(
        people.get(3).talk, floor.message("withdrawQuestion").put("question", back.phoneId));
    react();
  }

  /** Destroys the words of one of them. */
  void erase() {
    JsonObject item =
        floor.found(asked.stream().filter(a -> a.who == 4).findFirst().orElseThrow().text);
    floor.command(
        floor.organiser,
        floor
            .message("eraseQuestion")
            .put("id", item.getString("id"))
            .put("rev", item.getLong("rev")));
  }

  private JsonObject ask(int who, String word, String name) {
    Asked one =
        new Asked(
            who,
            "canary-" + floor.qa + "-" + word,
            "What of " + word + " " + floor.qa,
            name == null ? null : name + " " + floor.qa);
    asked.add(one);
    JsonObject answer = say(one);
    if (!"waiting".equals(answer.getString("state"))) throw new AssertionError(answer);
    return floor.found(one.text);
  }

  private JsonObject say(Asked one) {
    return floor.ask(people.get(one.who).talk, floor.question(one.phoneId, one.text, one.name));
  }

  /** Phones whose answers were lost send again: the answers. */
  List<JsonObject> sayAgain() {
    return List.of(
        say(asked.get(0)),
        floor.upvote(people.get(1).talk, 1, 1, true),
        floor.upvote(people.get(2).talk, 1, 9, false));
  }

  private void upvote(int who, JsonObject item, long seq, boolean on) {
    JsonObject answer = floor.upvote(people.get(who).talk, item.getInteger("n"), seq, on);
    if (!answer.getString("type").equals("upvoteCounted")) throw new AssertionError(answer);
  }

  private void moderate(JsonObject item, JsonObject act) {
    JsonObject answer = floor.moderate(item, act);
    if (answer.getJsonArray("done", new JsonArray()).size() != 1) {
      throw new AssertionError(act + " -> " + answer);
    }
  }

  private void merge(JsonObject item, JsonObject into) {
    JsonObject now = floor.found(item.getString("text"));
    floor.command(
        floor.organiser,
        floor
            .message("mergeQuestion")
            .put("id", now.getString("id"))
            .put("rev", now.getLong("rev"))
            .put("into", into.getString("id")));
  }

  private void react() {
    floor.command(
        floor.organiser,
        new JsonObject()
            .put("type", "editReactions")
            .put("room", floor.room)
            .put("rev", 0)
            .put("on", true));
    people.forEach(
        c -> {
          JsonObject snapshot =
              c.talk.hear(
                  m ->
                      m.getString("type").equals("attendeeSnapshot") && Beside.reactions(m) != null,
                  "reactions");
          String id = Beside.reactions(snapshot).getString("id");
          c.talk.say(
              new JsonObject()
                  .put("type", "react")
                  .put("activity", id)
                  .put("kind", "heart")
                  .put("count", 1));
        });
    floor.organiser.hear(
        m ->
            m.getString("type").equals("reactions")
                && m.getJsonObject("totals").getInteger("heart") == PEOPLE,
        "all hearts");
  }

  /** Who they are. */
  Scan who(Scan scan) {
    scan.text("address", ADDRESS).text("agent", AGENT);
    people.forEach(
        c ->
            scan.value("participant", c.participant)
                .text("token", c.token)
                .value("token", c.token.split("\\.")[2]));
    return scan;
  }

  /** What leads from them to their questions and upvotes. */
  Scan ties(byte[] key) {
    HmacAskers keys = new HmacAskers(new Hmac());
    Key qa = new Key(key);
    Scan scan = new Scan().bytes("answer key", key);
    asked.forEach(
        a ->
            scan.text("phone's id", a.phoneId)
                .value(
                    a.name == null ? "asker" : "asker with a name",
                    keys.asker(qa, a.name != null, people.get(a.who).participant)));
    people.forEach(c -> scan.value("upvoter", keys.upvoter(qa, c.participant)));
    return scan;
  }

  /** What one of them asked, with the name. */
  Scan words(String what, int who) {
    Scan scan = new Scan();
    asked.stream()
        .filter(a -> a.who == who)
        .forEach(a -> scan.text(what, a.text).text(what, a.name));
    return scan;
  }

  @Override
  public void close() {
    people.forEach(c -> c.talk.close());
    floor.close();
  }
}
