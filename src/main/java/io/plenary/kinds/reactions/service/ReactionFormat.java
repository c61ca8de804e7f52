package io.plenary.kinds.reactions.service;

import io.plenary.activity.Activity;
import io.plenary.activity.service.ActivityFormat;
import io.plenary.kinds.reactions.Reactions;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/** Reactions in the store. */
public final class ReactionFormat implements ActivityFormat {
  public static final String TOTALS = ":totals";

  @Override
  public String kind() {
    return Reactions.KIND;
  }

  @Override
  public JsonObject write(Activity activity) {
    return new JsonObject().put("on", ((Reactions) activity).on());
  }

  @Override
  public Reactions read(JsonObject o) {
    return new Reactions(
        o.getString("id"), o.getLong("rev"), o.getLong("round"), o.getBoolean("on"));
  }

  @Override
  public List<String> answers() {
    return List.of(TOTALS);
  }

  @Override
  public List<String> others() {
    return List.of();
  }

  @Override
  public Map<String, Object> initialFields() {
    return Map.of();
  }
}
