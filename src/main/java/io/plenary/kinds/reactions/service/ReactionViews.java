package io.plenary.kinds.reactions.service;

import io.plenary.activity.Activity;
import io.plenary.activity.ActivityRef;
import io.plenary.activity.EventState;
import io.plenary.activity.service.ActivityViews;
import io.plenary.kinds.reactions.ReactionCounts;
import io.plenary.kinds.reactions.Reactions;
import io.plenary.kinds.reactions.wire.ReactionWire;
import io.plenary.kinds.reactions.wire.ReactionWire.AttendeeReactions;
import io.plenary.kinds.reactions.wire.ReactionWire.OrganiserReactions;
import io.plenary.kinds.reactions.wire.ReactionWire.StageReactions;
import io.plenary.protocol.Wire;
import org.jspecify.annotations.Nullable;

/** Reactions as the wire says them. Off, only those who run the room see them. */
public final class ReactionViews implements ActivityViews {
  private final ReactionTotals totals;

  public ReactionViews(ReactionTotals totals) {
    this.totals = totals;
  }

  @Override
  public @Nullable AttendeeReactions forAttendees(EventState state, Activity activity) {
    return activity.open() ? new AttendeeReactions(activity.id()) : null;
  }

  /** They are never what the stage shows: see {@link #besideStage}. */
  @Override
  public Wire.@Nullable StageActivity forStage(EventState state, Activity activity) {
    return null;
  }

  @Override
  public @Nullable StageReactions besideStage(EventState state, Activity activity) {
    return activity.open()
        ? new StageReactions(
            activity.id(), counts(totals.of(new ActivityRef(state.event().id(), activity.id()))))
        : null;
  }

  @Override
  public OrganiserReactions forOrganisers(EventState state, Activity activity) {
    return new OrganiserReactions(
        activity.id(),
        activity.rev(),
        ((Reactions) activity).on(),
        counts(totals.of(new ActivityRef(state.event().id(), activity.id()))));
  }

  static ReactionWire.ReactionCounts counts(ReactionCounts c) {
    return new ReactionWire.ReactionCounts(c.clap(), c.heart(), c.idea(), c.question());
  }
}
