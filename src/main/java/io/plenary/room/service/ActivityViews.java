package io.plenary.room.service;

import io.plenary.protocol.Wire;
import io.plenary.room.Activity;

/** How one kind of activity looks on the wire to each audience, with the numbers that audience may see. */
public interface ActivityViews {
  Wire.Poll forAttendees(Activity activity);

  Wire.Poll forStage(Activity activity);

  Wire.OrganiserPoll forOrganisers(Activity activity);
}
