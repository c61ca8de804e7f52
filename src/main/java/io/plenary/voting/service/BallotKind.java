package io.plenary.voting.service;

import io.plenary.protocol.OrganiserBallot;
import io.plenary.protocol.RoomBallot;
import io.plenary.protocol.Wire;
import io.plenary.protocol.WireDraft;
import io.plenary.voting.BallotActivity;
import io.plenary.voting.BallotDraft;
import io.plenary.voting.BallotState;
import io.vertx.core.json.JsonObject;

/**
 * What a kind of ballot says of itself to the services: how what it asks is written, stored and
 * shown. Whatever it does not ask for here is the same for all ballots. Usable from any thread.
 *
 * @param <A> its activity
 */
public interface BallotKind<A extends BallotActivity> {
  /** The word of its activities. */
  String kind();

  Class<A> activity();

  /** What an organiser wrote of one. */
  BallotDraft<?> draft(WireDraft written);

  /** What is asked, as the document in the store says it, without the members of every ballot. */
  JsonObject asked(A activity);

  /**
   * @param asked a document with what {@link #asked} wrote
   */
  A read(BallotState at, JsonObject asked);

  /** For phones and stage alike: what they see of it differs in the ballot alone. */
  Wire.BallotView forRoom(A activity, RoomBallot ballot);

  Wire.OrganiserActivity forOrganisers(A activity, OrganiserBallot ballot);
}
