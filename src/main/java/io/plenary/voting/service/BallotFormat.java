package io.plenary.voting.service;

import io.plenary.activity.Activity;
import io.plenary.activity.Activity.State;
import io.plenary.activity.WithResults.Results;
import io.plenary.activity.service.ActivityFormat;
import io.plenary.voting.BallotActivity;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/** Whatever has ballots, in the store. A kind says of itself only what it asks. */
public abstract class BallotFormat implements ActivityFormat {
  /** Ballots that change together, at the least, in what screens show. */
  static final int STEP = 5;

  /** What the engine keeps of every kind. */
  public record Kept(
      String id,
      long rev,
      long round,
      State state,
      Results results,
      Results chosen,
      boolean smallGroup) {}

  /** What is asked, as the document says it. */
  protected abstract JsonObject asked(Activity activity);

  protected abstract BallotActivity read(Kept kept, JsonObject asked);

  @Override
  public final JsonObject write(Activity activity) {
    BallotActivity ballots = (BallotActivity) activity;
    return asked(activity)
        .put("state", ballots.state().name())
        .put("results", ballots.results().name())
        .put("chosen", ballots.chosen().name())
        .put("smallGroup", ballots.smallGroup());
  }

  @Override
  public final BallotActivity read(JsonObject o) {
    return read(
        new Kept(
            o.getString("id"),
            o.getLong("rev"),
            o.getLong("round"),
            State.valueOf(o.getString("state")),
            Results.valueOf(o.getString("results")),
            Results.valueOf(o.getString("chosen")),
            o.getBoolean("smallGroup")),
        o);
  }

  @Override
  public final List<String> answers() {
    return List.of(":ballots");
  }

  @Override
  public final List<String> others() {
    return List.of(":late", ":pending", ":connected", ":receipts");
  }

  @Override
  public final Map<String, Object> fields(Activity activity) {
    return Map.of("step", ((BallotActivity) activity).smallGroup() ? 1 : STEP);
  }

  @Override
  public final Map<String, Object> birth() {
    return Map.of("voted", 0, "abstained", 0);
  }
}
