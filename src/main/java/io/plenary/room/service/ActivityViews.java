package io.plenary.room.service;

import io.plenary.protocol.Wire;
import io.plenary.room.Activity;

/** How one kind of activity looks on the wire to each audience, with the numbers that audience may see. Null: it sees nothing of it. */
public interface ActivityViews {
  Wire.AttendeeActivity forAttendees(Activity activity);

  Wire.Activity forStage(Activity activity);

  Wire.OrganiserActivity forOrganisers(Activity activity);

  /** What the stage shows of it beside whatever it shows. */
  default Wire.BesideStage besideStage(Activity activity) {
    return null;
  }
}
