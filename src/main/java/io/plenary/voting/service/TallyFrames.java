package io.plenary.voting.service;

import io.plenary.activity.EventState;
import io.plenary.activity.Room;
import io.plenary.activity.RoomRules;
import io.plenary.activity.service.SnapshotCache;
import io.plenary.hub.Audience;
import io.plenary.hub.Frame;
import io.plenary.hub.Hub;
import io.plenary.hub.Topic;
import io.plenary.protocol.ServerMessage.TallyMessage;
import io.plenary.protocol.Wire;
import io.plenary.voting.BallotActivity;
import io.plenary.voting.Tally;
import org.jspecify.annotations.Nullable;

/** Sends a poll's newest numbers to whom they are for. */
public final class TallyFrames {
  private final Tallies tallies;
  private final SnapshotCache feeds;
  private final Hub hub;

  public TallyFrames(Tallies tallies, SnapshotCache feeds, Hub hub) {
    this.tallies = tallies;
    this.feeds = feeds;
    this.hub = hub;
  }

  /** To whom it is at work with: stage, remote, organisers. */
  public void toScreens(EventState state, BallotActivity poll) {
    feeds.stale();
    Tally tally = tallies.of(state.event().id(), poll);
    Room room = state.roomOf(poll.id());
    send(state, room, Audience.ORGANISER, poll, TallyViews.full(poll, tally));
    send(state, room, Audience.REMOTE, poll, TallyViews.full(poll, tally));
    if (poll.id().equals(room.stage().activity())) {
      send(state, room, Audience.STAGE, poll, TallyViews.stageTally(poll, tally));
    }
  }

  /** Phones that see this poll, if its results are for everyone. */
  public void toPhones(EventState state, BallotActivity poll) {
    Room room = state.roomOf(poll.id());
    if (!poll.equals(RoomRules.forAttendees(state, room))) return;
    send(
        state,
        room,
        Audience.ATTENDEE,
        poll,
        TallyViews.attendeeTally(poll, tallies.of(state.event().id(), poll)));
  }

  private void send(
      EventState state,
      Room room,
      Audience audience,
      BallotActivity poll,
      Wire.@Nullable Tally tally) {
    if (tally == null) return;
    Frame frame =
        Frame.latest(new TallyMessage(state.epoch(), poll.id(), tally), "tally:" + poll.id());
    hub.broadcast(new Topic(state.event().id(), room.id(), audience), frame);
  }
}
