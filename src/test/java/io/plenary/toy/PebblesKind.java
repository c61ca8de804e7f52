package io.plenary.toy;

import io.plenary.protocol.OrganiserBallot;
import io.plenary.protocol.RoomBallot;
import io.plenary.protocol.WireDraft;
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
  public PebblesDraft draft(WireDraft written) {
    PebblesWire.Draft draft = (PebblesWire.Draft) written;
    return new PebblesDraft(draft.question(), draft.abstain(), draft.results());
  }

  @Override
  public JsonObject asked(Pebbles pebbles) {
    PebbleSettings asked = pebbles.asked();
    return new JsonObject().put("text", asked.question()).put("abstain", asked.abstain());
  }

  @Override
  public Pebbles read(BallotState at, JsonObject asked) {
    return new Pebbles(at, new PebbleSettings(asked.getString("text"), asked.getString("abstain")));
  }

  @Override
  public PebblesWire.Room forRoom(Pebbles pebbles, RoomBallot ballot) {
    return new PebblesWire.Room(ballot, pebbles.asked().question(), pebbles.asked().abstain());
  }

  @Override
  public PebblesWire.Organiser forOrganisers(Pebbles pebbles, OrganiserBallot ballot) {
    return new PebblesWire.Organiser(ballot, pebbles.asked().question(), pebbles.asked().abstain());
  }
}
