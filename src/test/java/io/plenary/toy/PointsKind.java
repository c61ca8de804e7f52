package io.plenary.toy;

import io.plenary.activity.service.ActivityKind;
import io.plenary.activity.service.ActivityViews;
import io.plenary.activity.service.Sealable;
import io.plenary.hub.Broker.ChangeNotification;

/** Points, sealed as all ballots are. */
public record PointsKind(Sealable sealable) implements ActivityKind {
  @Override
  public String kind() {
    return Points.KIND;
  }

  @Override
  public ActivityViews views() {
    throw new UnsupportedOperationException("no screen shows points");
  }

  @Override
  public void moved(ChangeNotification hint) {}
}
