package io.plenary.voting.service;

import io.plenary.activity.Activity;
import io.plenary.activity.EventState;
import io.plenary.activity.service.ActivityViews;
import io.plenary.protocol.OrganiserBallot;
import io.plenary.protocol.RoomBallot;
import io.plenary.protocol.Wire;
import io.plenary.voting.BallotActivity;
import io.plenary.voting.Tally;
import org.jspecify.annotations.Nullable;

/** Ballots of one kind as the wire says them to each audience. */
public final class BallotViews<A extends BallotActivity> implements ActivityViews {
  private final BallotKind<A> kind;
  private final Tallies tallies;
  private final Closings closings;

  public BallotViews(BallotKind<A> kind, Tallies tallies, Closings closings) {
    this.kind = kind;
    this.tallies = tallies;
    this.closings = closings;
  }

  @Override
  public Wire.AttendeeActivity forAttendees(EventState state, Activity activity) {
    A ballot = kind.activity().cast(activity);
    Wire.Tally tally = TallyViews.attendeeTally(ballot, tallies.of(state.event().id(), ballot));
    return kind.forRoom(ballot, room(ballot, tally, null, null));
  }

  @Override
  public Wire.StageActivity forStage(EventState state, Activity activity) {
    A ballot = kind.activity().cast(activity);
    Wire.Tally tally = TallyViews.stageTally(ballot, tallies.of(state.event().id(), ballot));
    return kind.forRoom(
        ballot,
        room(ballot, tally, state.openedAt(ballot), closings.leftMs(state.event().id(), ballot)));
  }

  @Override
  public Wire.OrganiserActivity forOrganisers(EventState state, Activity activity) {
    A ballot = kind.activity().cast(activity);
    Tally tally = tallies.of(state.event().id(), ballot);
    return kind.forOrganisers(
        ballot,
        new OrganiserBallot(
            ballot.id(),
            ballot.rev(),
            ballot.round(),
            ballot.told(),
            ballot.results(),
            ballot.chosen(),
            Wire.said(ballot.smallGroup()),
            TallyViews.full(ballot, tally),
            tally.hasVotes(),
            ballot.anonymised(),
            state.openedAt(ballot),
            closings.leftMs(state.event().id(), ballot)));
  }

  private static RoomBallot room(
      BallotActivity ballot,
      Wire.@Nullable Tally tally,
      @Nullable Long openedAt,
      @Nullable Long closingMs) {
    return new RoomBallot(
        ballot.id(),
        ballot.round(),
        ballot.toldToRoom(),
        ballot.results(),
        Wire.said(ballot.smallGroup()),
        tally,
        openedAt,
        closingMs);
  }
}
