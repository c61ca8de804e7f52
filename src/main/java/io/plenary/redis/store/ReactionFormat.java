package io.plenary.redis.store;

import io.plenary.reaction.Reactions;
import io.plenary.room.Activity;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/** Reactions in the store; their keys are described at {@link Keys}. */
final class ReactionFormat implements ActivityFormat {
  static final String TOTALS = ":totals";

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
    return new Reactions(o.getString("id"), o.getLong("rev"), o.getLong("round"), o.getBoolean("on"));
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
  public Map<String, Object> birth() {
    return Map.of();
  }
}
