package io.plenary.load.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** What stands beside the run order, in a snapshot of any audience. */
public final class Beside {
  private Beside() {}

  public static JsonNode questions(JsonNode snapshot) {
    return of(snapshot, "qa");
  }

  public static JsonNode reactions(JsonNode snapshot) {
    return of(snapshot, "reactions");
  }

  /** A missing node when there is none of this kind. */
  private static JsonNode of(JsonNode snapshot, String kind) {
    for (JsonNode activity : snapshot.path("beside")) {
      if (activity.path("kind").asText().equals(kind)) return activity;
    }
    return MissingNode.getInstance();
  }
}
