package io.plenary.kinds.reactions.service;

import io.plenary.activity.service.ActivityKind;
import io.plenary.activity.service.Anonymisable;
import io.plenary.hub.Broker.ChangeNotification;
import io.plenary.kinds.reactions.Reactions;
import java.util.function.Consumer;

/** Reactions, as one kind of activity among others. A room has none until they are turned on. */
public record ReactionKind(
    ReactionViews views, Consumer<ChangeNotification> ticker, Anonymisable anonymisable)
    implements ActivityKind {
  @Override
  public String kind() {
    return Reactions.KIND;
  }

  @Override
  public void moved(ChangeNotification hint) {
    ticker.accept(hint);
  }
}
