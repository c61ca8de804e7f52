package io.plenary.redis.store;

import io.plenary.activity.Room;
import io.plenary.activity.Stage;
import io.plenary.event.Event;
import io.plenary.event.EventDetails;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * How event and rooms stand in the store (activities: {@link ActivityFormats}): JSON with the
 * records' own names. Unknown names are ignored, so that an older node can read on.
 */
final class Documents {
  private Documents() {}

  static String write(Event event) {
    EventDetails d = event.details();
    return new JsonObject()
        .put("id", event.id())
        .put("rev", event.rev())
        .put("code", event.code())
        .put("name", d.name())
        .put("startsOn", d.startsOn().toString())
        .put("endsOn", d.endsOn().toString())
        .put("timeZone", d.timeZone().getId())
        .put("frameOrigins", new JsonArray(d.frameOrigins()))
        .put("smallGroup", d.smallGroup())
        .encode();
  }

  static Event event(String text) {
    JsonObject o = new JsonObject(text);
    return new Event(
        o.getString("id"),
        o.getLong("rev"),
        o.getString("code"),
        new EventDetails(
            o.getString("name"),
            LocalDate.parse(o.getString("startsOn")),
            LocalDate.parse(o.getString("endsOn")),
            ZoneId.of(o.getString("timeZone")),
            strings(o.getJsonArray("frameOrigins")),
            o.getBoolean("smallGroup", false)));
  }

  static String write(Room room) {
    return new JsonObject()
        .put("id", room.id())
        .put("rev", room.rev())
        .put("name", room.name())
        .put("code", room.code())
        .put("runOrder", new JsonArray(room.runOrder()))
        .put("alwaysOn", new JsonArray(room.alwaysOn()))
        .put("view", room.stage().view().name())
        .put("shown", room.stage().activity())
        .encode();
  }

  static Room room(String text) {
    JsonObject o = new JsonObject(text);
    return new Room(
        o.getString("id"),
        o.getLong("rev"),
        o.getString("name"),
        o.getString("code"),
        strings(o.getJsonArray("runOrder")),
        strings(o.getJsonArray("alwaysOn", new JsonArray())),
        new Stage(Stage.View.valueOf(o.getString("view")), o.getString("shown")));
  }

  private static List<String> strings(JsonArray array) {
    return array.stream().map(String.class::cast).toList();
  }
}
