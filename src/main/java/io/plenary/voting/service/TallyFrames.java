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
import io.plenary.words.Results;
import org.jspecify.annotations.Nullable;

/** Sends an activity's newest numbers to whom they are for. */
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
  public void toScreens(EventState state, BallotActivity activity) {
    feeds.stale();
    Tally tally = tallies.of(state.event().id(), activity);
    Room room = state.roomOf(activity.id());
    Wire.Tally full = TallyViews.full(activity, tally); // once: of thousands of words it takes ms
    send(state, room, Audience.ORGANISER, activity, full);
    send(state, room, Audience.REMOTE, activity, full);
    if (activity.id().equals(room.stage().activity())) {
      boolean hidden = activity.results() == Results.HIDDEN;
      Wire.Tally shown = hidden ? TallyViews.stageTally(activity, tally) : full;
      send(state, room, Audience.STAGE, activity, shown);
    }
  }

  /** Phones that see this activity, if its results are for everyone. */
  public void toPhones(EventState state, BallotActivity activity) {
    Room room = state.roomOf(activity.id());
    if (!activity.equals(RoomRules.forAttendees(state, room))) return;
    send(
        state,
        room,
        Audience.ATTENDEE,
        activity,
        TallyViews.attendeeTally(activity, tallies.of(state.event().id(), activity)));
  }

  private void send(
      EventState state,
      Room room,
      Audience audience,
      BallotActivity activity,
      Wire.@Nullable Tally tally) {
    if (tally == null) return;
    Frame frame =
        Frame.latest(
            new TallyMessage(state.epoch(), activity.id(), tally), "tally:" + activity.id());
    hub.broadcast(new Topic(state.event().id(), room.id(), audience), frame);
  }
}
