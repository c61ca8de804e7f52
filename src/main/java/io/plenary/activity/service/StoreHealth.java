package io.plenary.activity.service;

import io.plenary.hub.Audience;
import io.plenary.hub.Frame;
import io.plenary.hub.Hub;
import io.plenary.hub.Topic;
import io.plenary.protocol.ServerMessage.StoreMessage;
import io.plenary.protocol.StoreStatus;
import org.jspecify.annotations.Nullable;

/**
 * Tells every screen when votes cannot be stored, and when they can again; organisers also why.
 * What was shown stays on the screens. Runs on one context; {@link #reason} may be asked from any
 * thread.
 */
public final class StoreHealth {
  private static final String UNERASED =
      "not yet erased on copy %s of the store. It is tried again and again. Whoever runs the server"
          + " starts the copy, or destroys its disk and has the Sentinels forget it.";

  private final PresenceCounters numbers;
  private final SnapshotCache feeds;
  private final Hub hub;
  private final Runnable healed;

  /**
   * @param healed looks at the store afresh
   */
  public StoreHealth(PresenceCounters numbers, SnapshotCache feeds, Hub hub, Runnable healed) {
    this.numbers = numbers;
    this.feeds = feeds;
    this.hub = hub;
    this.healed = healed;
  }

  /**
   * @param why for organisers; another reason than before is news for them alone
   */
  public void away(String why) {
    if (why.equals(numbers.storeReason())) return;
    tell(StoreStatus.AWAY, why);
  }

  public void back() {
    if (numbers.store() == StoreStatus.AWAY) tell(StoreStatus.OK, null);
    healed.run();
  }

  /**
   * What was destroyed is still in the files of copies of the store; nothing is said to be final
   * before it is not.
   *
   * @param copies where they listen; null: of none any more
   */
  public void unerased(@Nullable String copies) {
    numbers.unerased(copies == null ? null : UNERASED.formatted(copies));
    feeds.stale();
    inform();
  }

  /** Why votes cannot be stored; null: they can. */
  public @Nullable String reason() {
    return numbers.storeReason();
  }

  private void tell(StoreStatus status, @Nullable String why) {
    boolean moved = numbers.store() != status;
    numbers.storeReason(why);
    feeds.stale();
    if (moved) {
      hub.broadcast(t -> !informed(t), Frame.latest(new StoreMessage(status, null), "store"));
    }
    inform();
  }

  private void inform() {
    StoreMessage message = new StoreMessage(numbers.store(), numbers.storeWords());
    hub.broadcast(StoreHealth::informed, Frame.latest(message, "store"));
  }

  private static boolean informed(Topic topic) {
    return topic.audience() == Audience.ORGANISER || topic.audience() == Audience.REMOTE;
  }
}
