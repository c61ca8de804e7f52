package io.plenary.activity.service;

import io.plenary.activity.Activity;
import io.plenary.activity.EventState;
import io.plenary.protocol.Wire;
import org.jspecify.annotations.Nullable;

/**
 * How one kind of activity looks on the wire to each audience, with the numbers that audience may
 * see. Null: it sees nothing of it. The event comes along because the id of an activity says
 * nothing without it: see {@link io.plenary.activity.ActivityRef}.
 */
public interface ActivityViews {
  Wire.@Nullable AttendeeActivity forAttendees(EventState state, Activity activity);

  Wire.@Nullable StageActivity forStage(EventState state, Activity activity);

  Wire.OrganiserActivity forOrganisers(EventState state, Activity activity);

  /** What the stage shows of it beside whatever it shows. */
  default Wire.@Nullable StageActivity besideStage(EventState state, Activity activity) {
    return null;
  }

  /** What people wrote of it, for the overview of all rooms; null: nothing, or it is off. */
  default Wire.@Nullable OverviewQuestions forOverview(EventState state, Activity activity) {
    return null;
  }
}
