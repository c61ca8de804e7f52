package io.plenary.qa.service;

import io.plenary.hub.Broker.Hint;
import io.plenary.qa.Qa;
import io.plenary.room.service.ActivityKind;
import io.plenary.room.service.Sealable;
import java.util.function.Consumer;

/** Questions from the room, as one kind of activity among others. Every new room has one, off. */
public record QaKind(QaViews views, Consumer<Hint> board, Sealable sealable) implements ActivityKind {
  @Override
  public String kind() {
    return Qa.KIND;
  }

  @Override
  public void moved(Hint hint) {
    board.accept(hint);
  }

  @Override
  public Qa standing(String id) {
    return Qa.off(id);
  }
}
