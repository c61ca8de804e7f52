package io.plenary.kinds.reactions.service;

import io.plenary.activity.EventState;
import io.plenary.activity.service.SnapshotCache;
import io.plenary.hub.Audience;
import io.plenary.hub.Frame;
import io.plenary.hub.Hub;
import io.plenary.hub.Topic;
import io.plenary.kinds.reactions.ReactionCounts;
import io.plenary.kinds.reactions.Reactions;
import io.plenary.kinds.reactions.wire.ReactionServerMessage.ReactionsMessage;

/**
 * Tells a room what was shown since the frame before. Phones hear no totals: these are for the
 * stage, and for those who run it.
 */
public final class ReactionFrames {
  private static final String SLOT = "reactions";
  private final SnapshotCache feeds;
  private final Hub hub;

  public ReactionFrames(SnapshotCache feeds, Hub hub) {
    this.feeds = feeds;
    this.hub = hub;
  }

  void send(EventState state, Reactions reactions, ReactionCounts added, ReactionCounts totals) {
    feeds.stale();
    String room = state.roomOf(reactions.id()).id();
    var more = ReactionViews.counts(added);
    Frame whole =
        Frame.latest(
            new ReactionsMessage(state.epoch(), reactions.id(), more, ReactionViews.counts(totals)),
            SLOT);
    for (Audience audience : new Audience[] {Audience.ORGANISER, Audience.REMOTE, Audience.STAGE}) {
      if (reactions.on() || audience != Audience.STAGE) {
        hub.broadcast(new Topic(state.event().id(), room, audience), whole);
      }
    }
    if (!reactions.on() || added.all() == 0) return;
    hub.broadcast(
        new Topic(state.event().id(), room, Audience.ATTENDEE),
        Frame.latest(new ReactionsMessage(state.epoch(), reactions.id(), more, null), SLOT));
  }
}
