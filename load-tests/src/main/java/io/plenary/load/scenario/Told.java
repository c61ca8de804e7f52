package io.plenary.load.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.plenary.load.server.Desk;
import io.plenary.load.server.Room;
import java.io.IOException;
import java.util.List;

/** What organisers are told of a poll, at each of several servers. */
final class Told {
  /** Making files anew takes a while; a replica that is away is waited for, but not for long. */
  static final double FINAL_WITHIN_S = 60;

  private static final long LOOK_MS = 250;

  /** What is asked of the picture of an organiser. */
  interface So {
    boolean of(JsonNode snapshot, JsonNode poll);
  }

  private final Room room;
  private final List<Integer> ports;

  /**
   * @param ports of the servers
   */
  Told(Room room, List<Integer> ports) {
    this.room = room;
    this.ports = List.copyOf(ports);
  }

  /** What leads from people to ballots is destroyed everywhere. */
  static boolean anonymised(JsonNode snapshot, JsonNode poll) {
    return poll.path("anonymised").asBoolean();
  }

  /** Whether organisers who just came to any of the servers see it so in time. */
  boolean everywhere(String poll, So so, double withinS) throws IOException, InterruptedException {
    long until = System.nanoTime() + (long) (withinS * 1e9);
    for (int port : ports) {
      while (!so(poll, so, port)) {
        if (System.nanoTime() > until) return false;
        Thread.sleep(LOOK_MS);
      }
    }
    return true;
  }

  private boolean so(String poll, So so, int port) throws IOException {
    try (Desk desk = room.desk(port)) {
      JsonNode snapshot = desk.snapshot(s -> true);
      for (JsonNode asked : snapshot.path("runOrder")) {
        if (asked.path("id").asText().equals(poll)) return so.of(snapshot, asked);
      }
      return false;
    }
  }
}
