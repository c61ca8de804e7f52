package io.plenary.load.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.load.net.Loops;
import io.plenary.load.wire.Beside;
import io.plenary.load.wire.Golden;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The Q&A of a room: how it is turned on, who sits at its desks, what the export says of it. */
public final class Forum {
  private final Room room;
  private final Golden golden;
  public final String activity;
  public final long round;

  private Forum(Room room, Golden golden, String activity, long round) {
    this.room = room;
    this.golden = golden;
    this.activity = activity;
    this.round = round;
  }

  /**
   * Turned on and put on stage. @param check when moderators read a question: before or after the
   * room sees it
   */
  static Forum open(Room room, Golden golden, String check) throws IOException {
    try (Desk desk = room.desk()) {
      ObjectNode edit = golden.client("editQuestions").put("room", room.id());
      JsonNode there = Beside.questions(desk.snapshot(s -> true));
      edit.put("rev", there.path("rev").asLong(0));
      ((ObjectNode) edit.get("settings"))
          .put("state", "open")
          .put("check", check)
          .put("names", "anonymous")
          .put("perPerson", 50);
      desk.run(edit);
      JsonNode open =
          Beside.questions(
              desk.snapshot(s -> Beside.questions(s).path("state").asText().equals("open")));
      String activity = open.get("id").asText();
      desk.run(golden.client("setStage-activity").put("room", room.id()).put("activity", activity));
      return new Forum(room, golden, activity, open.get("round").asLong());
    }
  }

  /**
   * @param port of the server, or of a proxy in front of it
   */
  public QueueDesk desk(Loops loops, int port) {
    QueueDesk desk =
        new QueueDesk(
            loops,
            port,
            golden.organiser(room.event(), room.id()),
            room.cookie(),
            golden,
            activity);
    desk.open();
    return desk;
  }

  public Wall wall(Loops loops, int port) {
    Wall wall = new Wall(loops, port, room.stageHello(), golden.ping());
    wall.open();
    return wall;
  }

  public Remote remote(Loops loops, int port) {
    Remote remote = new Remote(loops, port, room.remoteHello(), golden, activity);
    remote.open();
    return remote;
  }

  /** Nothing can be asked or upvoted any more; the list stays. */
  public void lock() throws IOException {
    try (Desk desk = room.desk()) {
      JsonNode now = Beside.questions(desk.snapshot(s -> true));
      if (now.get("state").asText().equals("locked")) return;
      ObjectNode edit =
          golden.client("editQuestions").put("room", room.id()).put("rev", now.get("rev").asLong());
      ObjectNode settings = (ObjectNode) edit.get("settings");
      for (String field : List.of("check", "names", "maxLength", "perPerson", "openCounts")) {
        settings.set(field, now.get(field));
      }
      settings.put("state", "locked");
      desk.run(edit);
      desk.snapshot(s -> Beside.questions(s).path("state").asText().equals("locked"));
    }
  }

  /** Every question as the organiser's export has it. */
  public List<JsonNode> export() throws IOException, InterruptedException {
    List<JsonNode> rows = new ArrayList<>();
    for (JsonNode one : room.export("questions.json").get("results")) {
      if (one.get("id").asText().equals(activity)) one.get("items").forEach(rows::add);
    }
    return rows;
  }
}
