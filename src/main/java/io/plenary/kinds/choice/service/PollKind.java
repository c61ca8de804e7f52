package io.plenary.kinds.choice.service;

import io.plenary.activity.service.ActivityKind;
import io.plenary.activity.service.ActivityViews;
import io.plenary.activity.service.Sealable;
import io.plenary.hub.Broker.ChangeNotification;
import io.plenary.kinds.choice.Draft;
import io.plenary.kinds.choice.Poll;
import io.plenary.protocol.Wire;
import io.plenary.protocol.WireDraft;
import java.util.function.Consumer;

/** Polls, as one kind of activity among others. */
public record PollKind(ActivityViews views, Consumer<ChangeNotification> ticker, Sealable sealable)
    implements ActivityKind {
  @Override
  public String kind() {
    return Poll.KIND;
  }

  @Override
  public Draft draft(WireDraft written) {
    return draft((Wire.PollDraft) written);
  }

  /** The same for who knows that it is of a poll. */
  public static Draft draft(Wire.PollDraft written) {
    return new Draft(
        written.question(),
        written.options().stream()
            .map(o -> new Draft.DraftOption(o.id(), o.text(), o.exclusive()))
            .toList(),
        written.maxChoices(),
        written.abstain(),
        Poll.Results.valueOf(written.results().name()));
  }

  @Override
  public void moved(ChangeNotification hint) {
    ticker.accept(hint);
  }
}
