package io.plenary.load.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.load.phone.Applause;
import io.plenary.load.wire.Beside;
import io.plenary.load.wire.Golden;
import java.io.IOException;
import java.util.List;

/**
 * The reactions of a room: how they are turned on and off, and where it stands how many there were.
 */
public final class Ovation {
  private final Room room;
  private final Golden golden;
  public final String activity;

  private Ovation(Room room, Golden golden, String activity) {
    this.room = room;
    this.golden = golden;
    this.activity = activity;
  }

  static Ovation open(Room room, Golden golden) throws IOException {
    return new Ovation(room, golden, turn(room, golden, true).get("id").asText());
  }

  /** From now on they are refused. */
  public void off() throws IOException {
    turn(room, golden, false);
  }

  private static JsonNode turn(Room room, Golden golden, boolean on) throws IOException {
    try (Desk desk = room.desk()) {
      long rev = Beside.reactions(desk.snapshot(s -> true)).path("rev").asLong(0);
      ObjectNode edit =
          golden.client("editReactions").put("room", room.id()).put("rev", rev).put("on", on);
      desk.run(edit);
      return Beside.reactions(
          desk.snapshot(s -> Beside.reactions(s).path("on").asBoolean(!on) == on));
    }
  }

  /** Totals that the export gives, by kind. */
  public List<Long> exported() throws IOException, InterruptedException {
    for (JsonNode one : room.results().path("results")) {
      if (one.get("id").asText().equals(activity)) return counts(one.get("taps"));
    }
    throw new IOException("the export has no reactions " + activity);
  }

  /** Totals that an organiser who just came is shown, by kind. */
  public List<Long> organised() throws IOException {
    try (Desk desk = room.desk()) {
      return counts(Beside.reactions(desk.snapshot(s -> true)).get("totals"));
    }
  }

  static List<Long> counts(JsonNode counts) {
    return Applause.KINDS.stream().map(kind -> counts.path(kind).asLong(-1)).toList();
  }
}
