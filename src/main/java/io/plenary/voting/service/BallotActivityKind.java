package io.plenary.voting.service;

import io.plenary.activity.service.ActivityKind;
import io.plenary.activity.service.ActivityViews;
import io.plenary.activity.service.Anonymisable;
import io.plenary.hub.Broker.ChangeNotification;
import io.plenary.protocol.WireDraft;
import io.plenary.voting.BallotDraft;
import java.util.function.Consumer;

/** A kind of ballot, as one kind of activity among others. */
public record BallotActivityKind(
    BallotKind<?> ballot,
    ActivityViews views,
    Consumer<ChangeNotification> ticker,
    Anonymisable anonymisable)
    implements ActivityKind {
  @Override
  public String kind() {
    return ballot.kind();
  }

  @Override
  public boolean hasDrafts() {
    return true;
  }

  @Override
  public BallotDraft<?> draft(WireDraft written) {
    return ballot.draft(written);
  }

  @Override
  public void moved(ChangeNotification hint) {
    ticker.accept(hint);
  }
}
