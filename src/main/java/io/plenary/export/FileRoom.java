package io.plenary.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.protocol.BadMessage;
import io.plenary.protocol.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A room in an event file.
 *
 * @param activities its run order, in order
 * @param standing what is there beside it
 */
public record FileRoom(String name, List<FileActivity> activities, List<FileActivity> standing) {
  private static final int MAX_ACTIVITIES = 100;
  private static final int MAX_STANDING = 10;

  public FileRoom {
    activities = List.copyOf(activities);
    standing = List.copyOf(standing);
  }

  void write(ObjectNode into) {
    into.put("name", name);
    write(activities, into.putArray("activities"));
    write(standing, into.putArray("standing"));
  }

  private static void write(List<FileActivity> from, ArrayNode into) {
    from.forEach(activity -> activity.write(into.addObject().put("kind", activity.kind())));
  }

  static FileRoom read(Fields room, Map<String, FileKind> kinds) throws BadMessage {
    String name = room.text("name", 1, 80);
    List<FileActivity> activities = activities(room.objects("activities", 0, MAX_ACTIVITIES), kinds);
    List<FileActivity> standing = room.has("standing") ? activities(room.objects("standing", 0, MAX_STANDING), kinds) : List.of();
    room.end();
    return new FileRoom(name, activities, standing);
  }

  /** Version 1 knew polls alone. */
  static FileRoom readOld(Fields room) throws BadMessage {
    String name = room.text("name", 1, 80);
    List<FileActivity> polls = new ArrayList<>();
    for (Fields poll : room.objects("polls", 0, MAX_ACTIVITIES)) polls.add(FilePoll.read(poll));
    room.end();
    return new FileRoom(name, polls, List.of());
  }

  private static List<FileActivity> activities(List<Fields> from, Map<String, FileKind> kinds) throws BadMessage {
    List<FileActivity> all = new ArrayList<>();
    for (Fields activity : from) all.add(kinds.get(activity.oneOf("kind", kinds.keySet())).reader().read(activity));
    return all;
  }
}
