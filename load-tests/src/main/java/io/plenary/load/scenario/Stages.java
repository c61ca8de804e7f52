package io.plenary.load.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.plenary.load.server.Room;
import io.plenary.load.server.Screen;
import io.plenary.load.server.Stage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A stage at each of several servers; all must show what a recount says. */
final class Stages implements AutoCloseable {
  /** From the last acknowledgement on, until every screen must be right. */
  static final long RIGHT_AFTER_MS = 2_000;

  private final Room room;
  private final Map<Integer, Stage> byPort = new LinkedHashMap<>();

  Stages(Room room, List<Integer> ports) throws IOException {
    this.room = room;
    for (int port : ports) byPort.put(port, room.stage(port));
  }

  /**
   * Those that lost their server look again, as pages do, and the others say that they are there:
   * to be called every minute at least. Gives how many were lost.
   */
  int again() throws IOException {
    int lost = 0;
    for (Map.Entry<Integer, Stage> one : byPort.entrySet()) {
      if (one.getValue().lost()) {
        one.setValue(room.stage(one.getKey()));
        lost++;
      } else {
        one.getValue().ping();
      }
    }
    return lost;
  }

  /** What those with a server show now; null for one that shows nothing. */
  List<Screen.Shown> shown() {
    List<Screen.Shown> shown = new ArrayList<>();
    for (Stage stage : byPort.values()) {
      if (!stage.lost()) shown.add(stage.screen().last());
    }
    return shown;
  }

  /**
   * Where screens differ from the recount.
   *
   * @param results of the locked poll, as the export has them
   */
  static List<String> faults(List<Screen.Shown> shown, String poll, JsonNode results) {
    List<Long> counts = new ArrayList<>();
    results.path("options").forEach(option -> counts.add(option.path("count").asLong()));
    long answered = results.path("voted").asLong() + results.path("abstained").asLong();
    List<String> faults = new ArrayList<>();
    if (shown.isEmpty()) faults.add("there was no stage to look at");
    for (Screen.Shown one : shown) {
      if (one == null || !one.poll().equals(poll)) {
        faults.add("a stage does not show the poll");
      } else if (one.answered() != answered) {
        faults.add("a stage shows " + one.answered() + " answers, the recount says " + answered);
      } else if (!counts.isEmpty() && !one.counts().equals(counts)) {
        faults.add("a stage shows " + one.counts() + ", the recount says " + counts);
      }
    }
    return faults;
  }

  @Override
  public void close() {
    byPort.values().forEach(Stage::close);
  }
}
