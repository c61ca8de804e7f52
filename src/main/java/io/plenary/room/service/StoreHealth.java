package io.plenary.room.service;

import io.plenary.hub.Frame;
import io.plenary.hub.Hub;
import io.plenary.protocol.ServerMessage.StoreMessage;
import io.plenary.protocol.StoreStatus;

/** Tells every screen when votes cannot be stored, and when they can again. What was shown stays on the screens. */
public final class StoreHealth {
  private final Numbers numbers;
  private final Feeds feeds;
  private final Hub hub;
  private final Runnable healed;

  /** @param healed looks at the store afresh */
  public StoreHealth(Numbers numbers, Feeds feeds, Hub hub, Runnable healed) {
    this.numbers = numbers;
    this.feeds = feeds;
    this.hub = hub;
    this.healed = healed;
  }

  public void away() {
    tell(StoreStatus.AWAY);
  }

  public void back() {
    tell(StoreStatus.OK);
    healed.run();
  }

  public boolean ok() {
    return numbers.store() == StoreStatus.OK;
  }

  private void tell(StoreStatus status) {
    if (numbers.store() == status) return;
    numbers.store(status);
    feeds.stale();
    hub.broadcast(t -> true, Frame.latest(new StoreMessage(status), "store"));
  }
}
