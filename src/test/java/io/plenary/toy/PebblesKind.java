package io.plenary.toy;

import io.plenary.protocol.OrganiserBallot;
import io.plenary.protocol.RoomBallot;
import io.plenary.protocol.Wire;
import io.plenary.protocol.WireDraft;
import io.plenary.voting.BallotDraft;
import io.plenary.voting.BallotState;
import io.plenary.voting.service.BallotKind;
import io.vertx.core.json.JsonObject;

/** All that the services need to be told of another kind of ballots. */
public final class PebblesKind implements BallotKind<Pebbles> {
  @Override
  public String kind() {
    return Pebbles.KIND;
  }

  @Override
  public Class<Pebbles> activity() {
    return Pebbles.class;
  }

  @Override
  public BallotDraft<?> draft(WireDraft written) {
    throw new UnsupportedOperationException("nobody writes pebbles");
  }

  @Override
  public JsonObject asked(Pebbles activity) {
    return new JsonObject().put("text", activity.question());
  }

  @Override
  public Pebbles read(BallotState at, JsonObject asked) {
    return new Pebbles(at, asked.getString("text"));
  }

  @Override
  public Wire.AttendeeActivity forAttendees(Pebbles activity, RoomBallot ballot) {
    throw new UnsupportedOperationException("no screen shows pebbles");
  }

  @Override
  public Wire.StageActivity forStage(Pebbles activity, RoomBallot ballot) {
    throw new UnsupportedOperationException("no screen shows pebbles");
  }

  @Override
  public Wire.OrganiserActivity forOrganisers(Pebbles activity, OrganiserBallot ballot) {
    throw new UnsupportedOperationException("no screen shows pebbles");
  }
}
