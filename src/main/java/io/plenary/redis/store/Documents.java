package io.plenary.redis.store;

import io.plenary.event.Event;
import io.plenary.event.EventDetails;
import io.plenary.poll.Option;
import io.plenary.poll.Poll;
import io.plenary.poll.Question;
import io.plenary.room.Activity;
import io.plenary.room.Room;
import io.plenary.room.Stage;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** How records stand in the store: JSON with the records' own names. Unknown names are ignored, so that an older node can read on. */
final class Documents {
  private Documents() {}

  static String write(Event event) {
    EventDetails d = event.details();
    return new JsonObject().put("id", event.id()).put("rev", event.rev()).put("code", event.code()).put("name", d.name())
        .put("startsOn", d.startsOn().toString()).put("endsOn", d.endsOn().toString()).put("timeZone", d.timeZone().getId())
        .put("frameOrigins", new JsonArray(d.frameOrigins())).encode();
  }

  static Event event(String text) {
    JsonObject o = new JsonObject(text);
    return new Event(o.getString("id"), o.getLong("rev"), o.getString("code"), new EventDetails(o.getString("name"),
        LocalDate.parse(o.getString("startsOn")), LocalDate.parse(o.getString("endsOn")), ZoneId.of(o.getString("timeZone")),
        strings(o.getJsonArray("frameOrigins"))));
  }

  static String write(Room room) {
    return new JsonObject().put("id", room.id()).put("rev", room.rev()).put("name", room.name())
        .put("runOrder", new JsonArray(room.runOrder())).put("standing", new JsonArray(room.standing()))
        .put("view", room.stage().view().name()).put("shown", room.stage().activity()).encode();
  }

  static Room room(String text) {
    JsonObject o = new JsonObject(text);
    return new Room(o.getString("id"), o.getLong("rev"), o.getString("name"), strings(o.getJsonArray("runOrder")),
        strings(o.getJsonArray("standing", new JsonArray())), new Stage(Stage.View.valueOf(o.getString("view")), o.getString("shown")));
  }

  static String write(Activity activity) {
    if (!(activity instanceof Poll poll)) throw new IllegalArgumentException("no document for a " + activity.kind());
    Question q = poll.question();
    JsonArray options = new JsonArray();
    q.options().forEach(o -> options.add(new JsonObject().put("id", o.id()).put("text", o.text()).put("exclusive", o.exclusive())));
    return new JsonObject().put("kind", Poll.KIND).put("id", poll.id()).put("rev", poll.rev()).put("round", poll.round())
        .put("text", q.text()).put("options", options).put("maxChoices", q.maxChoices()).put("abstain", q.abstain())
        .put("state", poll.state().name()).put("results", poll.results().name()).encode();
  }

  static Activity activity(String text) {
    JsonObject o = new JsonObject(text);
    if (!Poll.KIND.equals(o.getString("kind"))) throw new IllegalStateException("the store holds a " + o.getString("kind") + ", which this version does not know");
    List<Option> options = o.getJsonArray("options").stream().map(JsonObject.class::cast)
        .map(p -> new Option(p.getString("id"), p.getString("text"), p.getBoolean("exclusive"))).toList();
    Question question = new Question(o.getString("text"), options, o.getInteger("maxChoices"), o.getString("abstain"));
    return new Poll(o.getString("id"), o.getLong("rev"), o.getLong("round"), question,
        Poll.State.valueOf(o.getString("state")), Poll.Results.valueOf(o.getString("results")));
  }

  /** The word the vote script knows. */
  static String state(Activity activity) {
    if (activity instanceof Poll poll && poll.isFinal()) return "FINAL";
    return activity.open() ? "OPEN" : activity.closed() ? "LOCKED" : "DRAFT";
  }

  static long round(Activity activity) {
    return activity instanceof Poll poll ? poll.round() : 1;
  }

  private static List<String> strings(JsonArray array) {
    return array.stream().map(String.class::cast).toList();
  }
}
