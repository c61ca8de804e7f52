package io.plenary.activity.service;

import io.plenary.activity.Activity;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/**
 * How activities of one kind stand in the store. The scripts that make, change and delete
 * activities know of a kind no more than this says.
 */
public interface ActivityFormat {
  /** The word of {@link Activity#kind()}. */
  String kind();

  /** What the document says beside kind, id, rev and round. */
  JsonObject write(Activity activity);

  /** From a document with all its members. */
  Activity read(JsonObject document);

  /** Suffixes of keys that exist as soon as, and only when, there are answers. */
  List<String> answers();

  /**
   * Suffixes of what other keys there may be. Those that only scripts can name, these add to the
   * set {@code :keys} themselves.
   */
  List<String> others();

  /**
   * Fields of its hash whenever it starts anew, beside state, round, version and {@link #fields}.
   */
  Map<String, Object> initialFields();

  /** Fields of its hash after every change of it: what scripts must know of its settings. */
  default Map<String, Object> fields(Activity activity) {
    return Map.of();
  }

  /** The word that scripts know: DRAFT, OPEN, LOCKED or FINAL. */
  default String state(Activity activity) {
    if (activity.isFinal()) return "FINAL";
    return activity.open() ? "OPEN" : activity.closed() ? "LOCKED" : "DRAFT";
  }
}
