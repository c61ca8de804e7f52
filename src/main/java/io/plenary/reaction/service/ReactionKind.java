package io.plenary.reaction.service;

import io.plenary.hub.Broker.Hint;
import io.plenary.reaction.Reactions;
import io.plenary.room.service.ActivityKind;
import io.plenary.room.service.Sealable;
import java.util.function.Consumer;

/** Reactions, as one kind of activity among others. A room has none until they are turned on. */
public record ReactionKind(ReactionViews views, Consumer<Hint> ticker, Sealable sealable) implements ActivityKind {
  @Override
  public String kind() {
    return Reactions.KIND;
  }

  @Override
  public void moved(Hint hint) {
    ticker.accept(hint);
  }
}
