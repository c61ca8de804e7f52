package io.plenary.toy;

import io.plenary.protocol.Wire;
import io.plenary.protocol.WireDraft;
import io.plenary.voting.BallotDraft;
import io.plenary.voting.BallotState;
import io.plenary.voting.service.BallotKind;
import io.plenary.voting.service.OrganiserBallot;
import io.plenary.voting.service.RoomBallot;
import io.vertx.core.json.JsonObject;

/** All that the services need to be told of another kind of ballots. */
public final class PointsKind implements BallotKind<Points> {
  @Override
  public String kind() {
    return Points.KIND;
  }

  @Override
  public Class<Points> activity() {
    return Points.class;
  }

  @Override
  public BallotDraft<?> draft(WireDraft written) {
    throw new UnsupportedOperationException("nobody writes points");
  }

  @Override
  public JsonObject asked(Points activity) {
    return new JsonObject().put("text", activity.question());
  }

  @Override
  public Points read(BallotState at, JsonObject asked) {
    return new Points(at, asked.getString("text"));
  }

  @Override
  public Wire.AttendeeActivity forAttendees(Points activity, RoomBallot ballot) {
    throw new UnsupportedOperationException("no screen shows points");
  }

  @Override
  public Wire.StageActivity forStage(Points activity, RoomBallot ballot) {
    throw new UnsupportedOperationException("no screen shows points");
  }

  @Override
  public Wire.OrganiserActivity forOrganisers(Points activity, OrganiserBallot ballot) {
    throw new UnsupportedOperationException("no screen shows points");
  }
}
