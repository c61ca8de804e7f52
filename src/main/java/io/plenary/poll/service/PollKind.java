package io.plenary.poll.service;

import io.plenary.hub.Broker.Hint;
import io.plenary.poll.Poll;
import io.plenary.room.service.ActivityKind;
import io.plenary.room.service.ActivityViews;
import io.plenary.room.service.Sealable;
import java.util.function.Consumer;

/** Polls, as one kind of activity among others. */
public record PollKind(ActivityViews views, Consumer<Hint> ticker, Sealable sealable) implements ActivityKind {
  @Override
  public String kind() {
    return Poll.KIND;
  }

  @Override
  public void moved(Hint hint) {
    ticker.accept(hint);
  }
}
