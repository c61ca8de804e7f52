package io.plenary.redis.store;

import io.plenary.activity.Activity;
import io.plenary.activity.service.ActivityFormat;
import io.plenary.activity.service.Withheld;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The kinds of activities that a server can store. */
public final class ActivityFormats {
  private final Map<String, ActivityFormat> byKind = new HashMap<>();
  private final Withheld withheld = new Withheld();

  public ActivityFormats(List<ActivityFormat> formats) {
    formats.forEach(format -> byKind.put(format.kind(), format));
  }

  /** Those of which none is made yet. */
  public Withheld withheld() {
    return withheld;
  }

  /**
   * @throws IllegalArgumentException for a kind that is not stored
   */
  ActivityFormat of(Activity activity) {
    ActivityFormat format = byKind.get(activity.kind());
    if (format == null) throw new IllegalArgumentException("no document for a " + activity.kind());
    return format;
  }

  String write(Activity activity) {
    return new JsonObject()
        .put("kind", activity.kind())
        .put("id", activity.id())
        .put("rev", activity.rev())
        .put("round", activity.round())
        .mergeIn(of(activity).write(activity))
        .encode();
  }

  /**
   * @throws IllegalStateException for a kind that a newer version wrote
   */
  Activity read(String text) {
    JsonObject document = new JsonObject(text);
    ActivityFormat format = byKind.get(document.getString("kind"));
    if (format == null) {
      throw new IllegalStateException(
          "the store holds a " + document.getString("kind") + ", which this version does not know");
    }
    return format.read(document);
  }
}
