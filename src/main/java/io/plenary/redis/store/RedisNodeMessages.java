package io.plenary.redis.store;

import io.plenary.hub.NodeMessages;
import io.plenary.redis.RedisLink;
import io.plenary.redis.Subscriber;
import io.vertx.core.Future;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * {@link NodeMessages} on Redis pub/sub, which keeps nothing. Redis says how many heard a message:
 * none when the node is gone. Nobody needs a list of nodes.
 */
public final class RedisNodeMessages implements NodeMessages {
  private final RedisLink link;
  private final Subscriber subscriber;
  private final String self;
  private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

  public RedisNodeMessages(RedisLink link, Subscriber subscriber, String self) {
    this.link = link;
    this.subscriber = subscriber;
    this.self = self;
  }

  @Override
  public String self() {
    return self;
  }

  @Override
  public Future<Boolean> send(String node, String text) {
    return link.publish(Keys.NODE + node, text);
  }

  @Override
  public void listen(Consumer<String> listener) {
    listeners.add(listener);
    if (listeners.size() > 1) return;
    subscriber.subscribe(Keys.NODE + self, text -> listeners.forEach(each -> each.accept(text)));
  }

  @Override
  public void sendAll(String text) {
    link.publish(Keys.EVERY_NODE, text);
  }

  @Override
  public void listenAll(Consumer<String> listener) {
    subscriber.subscribe(Keys.EVERY_NODE, listener);
  }
}
