package io.plenary.kinds.qa.service;

import io.plenary.activity.service.ActivityKind;
import io.plenary.activity.service.Anonymisable;
import io.plenary.hub.Broker.ChangeNotification;
import io.plenary.kinds.qa.Qa;
import java.util.function.Consumer;

/** Questions from the room, as one kind of activity among others. Every new room has one, off. */
public record QaKind(QaViews views, Consumer<ChangeNotification> board, Anonymisable anonymisable)
    implements ActivityKind {
  @Override
  public String kind() {
    return Qa.KIND;
  }

  @Override
  public void moved(ChangeNotification hint) {
    board.accept(hint);
  }

  @Override
  public Qa alwaysOn(String id) {
    return Qa.off(id);
  }
}
