package io.plenary.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.protocol.BadMessage;
import io.plenary.protocol.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A room in an event file.
 *
 * @param activities its run order, in order
 * @param alwaysOn what is there beside it
 */
public record FileRoom(String name, List<FileActivity> activities, List<FileActivity> alwaysOn) {
  private static final int MAX_NAME = 60;
  private static final int MAX_ACTIVITIES = 100;
  private static final int MAX_ALWAYS_ON = 10;

  public FileRoom {
    activities = List.copyOf(activities);
    alwaysOn = List.copyOf(alwaysOn);
  }

  void write(ObjectNode into) {
    into.put("name", name);
    write(activities, into.putArray("activities"));
    write(alwaysOn, into.putArray("alwaysOn"));
  }

  private static void write(List<FileActivity> from, ArrayNode into) {
    from.forEach(activity -> activity.write(into.addObject().put("kind", activity.kind())));
  }

  static FileRoom read(Fields room, Map<String, FileKind> kinds) throws BadMessage {
    String name = room.text("name", 1, MAX_NAME);
    List<FileActivity> activities = new ArrayList<>();
    for (Fields f : room.objects("activities", 0, MAX_ACTIVITIES)) {
      FileKind kind = kind(f, kinds);
      if (!kind.place().ordered()) {
        throw f.wrong("kind", kind.kind() + " stands beside the run order: put this into alwaysOn");
      }
      activities.add(kind.read(f));
    }
    List<FileActivity> alwaysOn = room.has("alwaysOn") ? alwaysOn(room, kinds) : List.of();
    room.end();
    return new FileRoom(name, activities, alwaysOn);
  }

  private static List<FileActivity> alwaysOn(Fields room, Map<String, FileKind> kinds)
      throws BadMessage {
    List<FileActivity> alwaysOn = new ArrayList<>();
    for (Fields f : room.objects("alwaysOn", 0, MAX_ALWAYS_ON)) {
      FileKind kind = kind(f, kinds);
      if (!kind.place().stands()) {
        throw f.wrong(
            "kind", kind.kind() + " has its place in the run order: put this into activities");
      }
      if (alwaysOn.stream().anyMatch(other -> other.kind().equals(kind.kind()))) {
        throw f.wrong("kind", "a room has only one " + kind.kind());
      }
      alwaysOn.add(kind.read(f));
    }
    return alwaysOn;
  }

  private static FileKind kind(Fields activity, Map<String, FileKind> kinds) throws BadMessage {
    return Objects.requireNonNull(kinds.get(activity.oneOf("kind", kinds.keySet())));
  }
}
