package io.plenary;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What stands beside the run order, in a snapshot of any audience. */
public final class Beside {
  private Beside() {}

  /** Null when there is none of this kind, or the message is no snapshot. */
  public static JsonObject of(JsonObject message, String kind) {
    return message.getJsonArray("beside", new JsonArray()).stream()
        .map(JsonObject.class::cast)
        .filter(activity -> activity.getString("kind").equals(kind))
        .findFirst()
        .orElse(null);
  }

  public static JsonObject questions(JsonObject message) {
    return of(message, "qa");
  }

  public static JsonObject reactions(JsonObject message) {
    return of(message, "reactions");
  }
}
