package io.plenary.redis.store;

import io.plenary.hub.Broker;
import io.plenary.redis.LinkOptions;
import io.plenary.redis.RedisLink;
import io.plenary.redis.StoreAddress;
import io.plenary.redis.Subscriber;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;

/**
 * {@link Broker} on Redis pub/sub, a channel for each event, which has its hash tag: on a Cluster
 * hints go to nobody but the event's servers. The scripts publish. Listeners are called on the
 * given context.
 */
public final class RedisBroker implements Broker {
  private static final int CANARY_MS = 2_000;

  private final Context context;
  private final Subscriber subscriber;
  // These belong to the context.
  private final List<Listener> listeners = new ArrayList<>();
  private final List<Runnable> gaps = new ArrayList<>();
  private boolean heardBefore;

  /**
   * @param link carries the canaries that show whether the broker still hears
   */
  public RedisBroker(
      Vertx vertx, Context context, StoreAddress address, LinkOptions options, RedisLink link) {
    this.context = context;
    this.subscriber =
        Subscriber.open(vertx, context, address, options, link, CANARY_MS, this::resumed);
  }

  @Override
  public void listen(Listener listener, Runnable onGap) {
    context.runOnContext(
        v -> {
          listeners.add(listener);
          gaps.add(onGap);
          if (heardBefore) onGap.run();
        });
  }

  @Override
  public Future<Void> follow(String eventId) {
    return subscriber.subscribe(Keys.hints(eventId), this::heard);
  }

  @Override
  public void leave(String eventId) {
    subscriber.unsubscribe(Keys.hints(eventId));
  }

  /** For whatever else nodes tell each other: it travels on the same connection. */
  public Subscriber subscriber() {
    return subscriber;
  }

  private void resumed() {
    heardBefore = true;
    gaps.forEach(Runnable::run);
  }

  /** {@code "event activity"}, and {@code step} behind it where there was one. */
  private void heard(String text) {
    String[] words = text.split(" ", 3);
    if (words.length < 2) return;
    ChangeNotification hint = new ChangeNotification(words[0], words[1]);
    listeners.forEach(listener -> listener.heard(hint, words.length > 2));
  }

  public Future<Void> close() {
    return subscriber.close();
  }
}
