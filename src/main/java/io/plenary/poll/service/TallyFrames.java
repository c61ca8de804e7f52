package io.plenary.poll.service;

import io.plenary.hub.Audience;
import io.plenary.hub.Frame;
import io.plenary.hub.Hub;
import io.plenary.hub.Topic;
import io.plenary.poll.Poll;
import io.plenary.poll.Tally;
import io.plenary.protocol.ServerMessage.TallyMessage;
import io.plenary.protocol.Wire;
import io.plenary.room.EventState;
import io.plenary.room.Room;
import io.plenary.room.RoomRules;
import io.plenary.room.service.Feeds;

/** Sends a poll's newest numbers to whom they are for. */
public final class TallyFrames {
  private final Tallies tallies;
  private final Feeds feeds;
  private final Hub hub;

  public TallyFrames(Tallies tallies, Feeds feeds, Hub hub) {
    this.tallies = tallies;
    this.feeds = feeds;
    this.hub = hub;
  }

  /** To whom it is at work with: stage, remote, organisers. */
  public void toScreens(EventState state, Poll poll) {
    feeds.stale();
    Tally tally = tallies.of(poll);
    Room room = state.roomOf(poll.id());
    send(state, room, Audience.ORGANISER, poll, PollViews.full(poll, tally));
    send(state, room, Audience.REMOTE, poll, PollViews.full(poll, tally));
    if (poll.id().equals(room.stage().activity())) {
      send(state, room, Audience.STAGE, poll, PollViews.stageTally(poll, tally));
    }
  }

  /** Phones that see this poll, if its results are for everyone. */
  public void toPhones(EventState state, Poll poll) {
    Room room = state.roomOf(poll.id());
    if (!poll.equals(RoomRules.forAttendees(state, room))) return;
    send(state, room, Audience.ATTENDEE, poll, PollViews.attendeeTally(poll, tallies.of(poll)));
  }

  private void send(EventState state, Room room, Audience audience, Poll poll, Wire.Tally tally) {
    if (tally == null) return;
    Frame frame = Frame.latest(new TallyMessage(state.epoch(), poll.id(), tally), "tally:" + poll.id());
    hub.broadcast(new Topic(state.event().id(), room.id(), audience), frame);
  }
}
