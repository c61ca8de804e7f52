package io.plenary.redis.store;

import io.plenary.activity.Activity;
import io.plenary.activity.EventState;
import io.plenary.activity.Room;
import io.plenary.activity.service.EventStore.Key;
import io.plenary.activity.service.EventStore.Links;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.event.Event;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the reply of load_event.lua. */
final class LoadReply {
  private static final String ACTIVITY = "activity:";
  private static final String OPENED = "opened:";

  private LoadReply() {}

  /** Null when there is no such event. */
  static @Nullable LoadedEvent read(Response reply, String epoch, ActivityFormats formats) {
    EventState state = state(pairs(reply.get(0)), epoch, formats);
    return state == null
        ? null
        : new LoadedEvent(state, links(pairs(reply.get(1))), answerKeys(reply.get(2)));
  }

  /** Of the state hash: just the event; null when there is none. */
  static @Nullable Event event(Map<String, String> fields) {
    String document = fields.get("event");
    return document == null ? null : Documents.event(document);
  }

  /** Of the state hash; null when there is no such event. */
  static @Nullable EventState state(
      Map<String, String> fields, String epoch, ActivityFormats formats) {
    if (!fields.containsKey("event")) return null;
    Event event = Documents.event(field(fields, "event"));
    List<Room> rooms = new ArrayList<>();
    for (String id : field(fields, "rooms").split(" ")) {
      if (!id.isEmpty()) rooms.add(Documents.room(field(fields, "room:" + id)));
    }
    Map<String, Activity> activities = new HashMap<>();
    Map<String, Long> opened = new HashMap<>();
    fields.forEach(
        (name, text) -> {
          if (name.startsWith(ACTIVITY)) {
            activities.put(name.substring(ACTIVITY.length()), formats.read(text));
          } else if (name.startsWith(OPENED)) {
            opened.put(name.substring(OPENED.length()), Long.parseLong(text));
          }
        });
    return new EventState(
        epoch, Long.parseLong(field(fields, "version")), event, rooms, activities, opened);
  }

  private static String field(Map<String, String> fields, String name) {
    return Objects.requireNonNull(fields.get(name), name);
  }

  private static Links links(Map<String, String> fields) {
    Map<String, String> stage = new HashMap<>();
    Map<String, String> remote = new HashMap<>();
    fields.forEach(
        (name, secret) -> {
          int colon = name.indexOf(':');
          (name.startsWith("stage:") ? stage : remote).put(name.substring(colon + 1), secret);
        });
    return new Links(Map.copyOf(stage), Map.copyOf(remote));
  }

  private static Map<String, Key> answerKeys(Response flat) {
    Map<String, Key> keys = new HashMap<>();
    for (int i = 0; i + 1 < flat.size(); i += 2) {
      keys.put(flat.get(i).toString(), new Key(flat.get(i + 1).toBytes()));
    }
    return Map.copyOf(keys);
  }

  private static Map<String, String> pairs(Response flat) {
    Map<String, String> fields = new HashMap<>();
    for (int i = 0; i + 1 < flat.size(); i += 2) {
      fields.put(flat.get(i).toString(), flat.get(i + 1).toString());
    }
    return fields;
  }
}
