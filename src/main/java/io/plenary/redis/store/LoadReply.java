package io.plenary.redis.store;

import io.plenary.event.Event;
import io.plenary.room.Activity;
import io.plenary.room.EventState;
import io.plenary.room.Room;
import io.plenary.room.service.EventStore.Key;
import io.plenary.room.service.EventStore.Links;
import io.plenary.room.service.EventStore.Loaded;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the reply of load_event.lua. */
final class LoadReply {
  private LoadReply() {}

  /** Null when there is no such event. */
  static Loaded read(Response reply, String epoch, ActivityFormats formats) {
    Map<String, String> fields = pairs(reply.get(0));
    if (!fields.containsKey("event")) return null;
    Event event = Documents.event(fields.get("event"));
    List<Room> rooms = new ArrayList<>();
    for (String id : fields.get("rooms").split(" ")) {
      if (!id.isEmpty()) rooms.add(Documents.room(fields.get("room:" + id)));
    }
    Map<String, Activity> activities = new HashMap<>();
    fields.forEach((name, text) -> {
      if (name.startsWith("activity:")) activities.put(name.substring("activity:".length()), formats.read(text));
    });
    EventState state = new EventState(epoch, Long.parseLong(fields.get("version")), event, rooms, activities);
    return new Loaded(state, links(pairs(reply.get(1))), answerKeys(reply.get(2)));
  }

  private static Links links(Map<String, String> fields) {
    Map<String, String> stage = new HashMap<>();
    Map<String, String> remote = new HashMap<>();
    fields.forEach((name, secret) -> {
      int colon = name.indexOf(':');
      (name.startsWith("stage:") ? stage : remote).put(name.substring(colon + 1), secret);
    });
    return new Links(Map.copyOf(stage), Map.copyOf(remote));
  }

  private static Map<String, Key> answerKeys(Response flat) {
    Map<String, Key> keys = new HashMap<>();
    for (int i = 0; i + 1 < flat.size(); i += 2) keys.put(flat.get(i).toString(), new Key(flat.get(i + 1).toBytes()));
    return Map.copyOf(keys);
  }

  private static Map<String, String> pairs(Response flat) {
    Map<String, String> fields = new HashMap<>();
    for (int i = 0; i + 1 < flat.size(); i += 2) fields.put(flat.get(i).toString(), flat.get(i + 1).toString());
    return fields;
  }
}
