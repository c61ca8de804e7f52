package io.plenary.toy;

import io.plenary.activity.Activity;
import io.plenary.voting.service.BallotFormat;
import io.vertx.core.json.JsonObject;

/** All that the store needs to be told of another kind of ballots. */
public final class PointsFormat extends BallotFormat {
  @Override
  public String kind() {
    return Points.KIND;
  }

  @Override
  protected JsonObject asked(Activity activity) {
    return new JsonObject();
  }

  @Override
  protected Points read(Kept kept, JsonObject asked) {
    return new Points(
        kept.id(), kept.rev(), kept.round(), kept.state(), kept.results(), kept.smallGroup());
  }
}
