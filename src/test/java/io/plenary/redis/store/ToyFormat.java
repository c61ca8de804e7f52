package io.plenary.redis.store;

import io.plenary.activity.Activity;
import io.plenary.activity.service.ActivityFormat;
import io.plenary.kinds.choice.service.PollKind;
import io.plenary.toy.Toy;
import io.plenary.voting.service.BallotFormat;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/** All that the store needs to be told of another kind. */
final class ToyFormat implements ActivityFormat {
  static final ActivityFormats POLLS_AND_TOYS =
      new ActivityFormats(List.of(new BallotFormat<>(new PollKind()), new ToyFormat()));

  @Override
  public String kind() {
    return Toy.KIND;
  }

  @Override
  public JsonObject write(Activity activity) {
    return new JsonObject()
        .put("title", activity.title())
        .put("state", ((Toy) activity).state().name());
  }

  @Override
  public Toy read(JsonObject o) {
    return new Toy(
        o.getString("id"),
        o.getLong("rev"),
        o.getLong("round"),
        o.getString("title"),
        Toy.State.valueOf(o.getString("state")));
  }

  @Override
  public List<String> answers() {
    return List.of(":rings", ":knocks");
  }

  @Override
  public List<String> others() {
    return List.of(":notes");
  }

  @Override
  public Map<String, Object> initialFields() {
    return Map.of("rung", 0);
  }

  @Override
  public Map<String, Object> fields(Activity activity) {
    return Map.of("loud", activity.title().length());
  }
}
