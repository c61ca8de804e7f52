package io.plenary.redis.store;

import io.plenary.activity.Arrangement;
import io.plenary.activity.Room;
import io.plenary.activity.Stage;
import io.plenary.event.Ending;
import io.plenary.event.Ending.Phase;
import io.plenary.event.Event;
import io.plenary.event.EventDetails;
import io.plenary.event.Logo;
import io.plenary.event.Look;
import io.plenary.words.Theme;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
        .put("theme", d.look().theme().name())
        .put("ground", d.look().ground())
        .put("bar", d.look().bar())
        .put("leader", d.look().leader())
        .put("logo", d.logo() == null ? null : d.logo().base64())
        .put("phase", event.ending().phase().name())
        .put("closed", new JsonArray(event.ending().closed().stream().sorted().toList()))
        .put("archived", event.archived())
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
            o.getBoolean("smallGroup", false),
            new Look(
                Theme.valueOf(o.getString("theme", Theme.DARK.name())),
                o.getString("ground"),
                o.getString("bar"),
                o.getString("leader")),
            o.getString("logo") == null ? null : Logo.stored(o.getString("logo"))),
        ending(o),
        o.getBoolean("archived", false));
  }

  private static Ending ending(JsonObject o) {
    return new Ending(
        Phase.valueOf(o.getString("phase", Phase.GOING_ON.name())),
        o.getValue("closed") instanceof JsonArray closed ? Set.copyOf(strings(closed)) : Set.of());
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
        .put("byResult", room.stage().arrangement().byResult())
        .put("zoom", room.stage().arrangement().zoom())
        .put("theme", theme(room.stage().arrangement().theme()))
        .put("until", room.stage().arrangement().until())
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
        new Stage(
            Stage.View.valueOf(o.getString("view")),
            o.getString("shown"),
            new Arrangement(
                o.getBoolean("byResult", false),
                o.getInteger("zoom", 100),
                o.getString("theme") == null ? null : Theme.valueOf(o.getString("theme")),
                o.getLong("until"))));
  }

  private static @Nullable String theme(@Nullable Theme theme) {
    return theme == null ? null : theme.name();
  }

  private static List<String> strings(JsonArray array) {
    return array.stream().map(String.class::cast).toList();
  }
}
