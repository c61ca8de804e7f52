package io.plenary.reaction.service;

import io.plenary.protocol.ReactionWire;
import io.plenary.protocol.ReactionWire.AttendeeReactions;
import io.plenary.protocol.ReactionWire.OrganiserReactions;
import io.plenary.protocol.ReactionWire.StageReactions;
import io.plenary.protocol.Wire;
import io.plenary.reaction.ReactionCounts;
import io.plenary.reaction.Reactions;
import io.plenary.room.Activity;
import io.plenary.room.service.ActivityViews;

/** Reactions as the wire says them. Off, only those who run the room see them. */
public final class ReactionViews implements ActivityViews {
  private final ReactionTotals totals;

  public ReactionViews(ReactionTotals totals) {
    this.totals = totals;
  }

  @Override
  public AttendeeReactions forAttendees(Activity activity) {
    return activity.open() ? new AttendeeReactions(activity.id()) : null;
  }

  /** They are never what the stage shows: see {@link #besideStage}. */
  @Override
  public Wire.Activity forStage(Activity activity) {
    return null;
  }

  @Override
  public StageReactions besideStage(Activity activity) {
    return activity.open() ? new StageReactions(activity.id(), counts(totals.of(activity.id()))) : null;
  }

  @Override
  public OrganiserReactions forOrganisers(Activity activity) {
    return new OrganiserReactions(activity.id(), activity.rev(), ((Reactions) activity).on(), counts(totals.of(activity.id())));
  }

  static ReactionWire.ReactionCounts counts(ReactionCounts c) {
    return new ReactionWire.ReactionCounts(c.clap(), c.heart(), c.idea(), c.question());
  }
}
