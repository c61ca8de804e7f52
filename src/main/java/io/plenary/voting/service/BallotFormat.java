package io.plenary.voting.service;

import io.plenary.activity.Activity;
import io.plenary.activity.Activity.State;
import io.plenary.activity.service.ActivityFormat;
import io.plenary.voting.BallotActivity;
import io.plenary.voting.BallotState;
import io.plenary.words.Results;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/** Ballots of one kind in the store; a kind says only how it writes what is asked. */
public final class BallotFormat<A extends BallotActivity> implements ActivityFormat {
  /** Ballots that change together, at the least, in what screens show. */
  static final int STEP = 5;

  private final BallotKind<A> kind;

  public BallotFormat(BallotKind<A> kind) {
    this.kind = kind;
  }

  @Override
  public String kind() {
    return kind.kind();
  }

  @Override
  public JsonObject write(Activity activity) {
    A ballot = kind.activity().cast(activity);
    return kind.asked(ballot)
        .put("state", ballot.state().name())
        .put("results", ballot.results().name())
        .put("chosen", ballot.chosen().name())
        .put("smallGroup", ballot.smallGroup())
        .put("notes", ballot.notes());
  }

  @Override
  public A read(JsonObject o) {
    return kind.read(
        new BallotState(
            o.getString("id"),
            o.getLong("rev"),
            o.getLong("round"),
            State.valueOf(o.getString("state")),
            Results.valueOf(o.getString("results")),
            Results.valueOf(o.getString("chosen")),
            o.getBoolean("smallGroup"),
            o.getString("notes", "")),
        o);
  }

  @Override
  public List<String> answers() {
    return List.of(":ballots");
  }

  @Override
  public List<String> others() {
    return List.of(
        ":late",
        ":pending",
        ":connected",
        ":receipts",
        ":moved",
        ":rulings",
        ":joinedFamilies",
        ":claim",
        ":changed",
        ":anonymous",
        ":anonymous:receipts");
  }

  @Override
  public Map<String, Object> fields(Activity activity) {
    BallotActivity ballot = (BallotActivity) activity;
    int step = ballot.smallGroup() ? 1 : STEP;
    return ballot.paper().openEnded() ? Map.of("step", step, "openEnded", 1) : Map.of("step", step);
  }

  @Override
  public Map<String, Object> initialFields() {
    return Map.of("voted", 0, "abstained", 0);
  }
}
