package io.plenary.redis;

import io.plenary.hub.Loops;
import io.plenary.redis.ClusterView.Shard;
import io.plenary.redis.Sentinels.Place;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Listens to channels of the store, over connections that heal by themselves: one to a server, or
 * one to each master of a Cluster, for the channels in its slots.
 *
 * <p>Messages may be missed whenever {@code onResumed} is called: after every connection, the first
 * ones included, and after slots were moved.
 */
public final class Subscriber {
  private final Vertx vertx;
  private final Context context;
  private final StoreAddress address;
  private final LinkOptions options;
  private final RedisLink publisher;
  private final int canaryMs;
  private final Runnable onResumed;
  private final String name = UUID.randomUUID().toString();
  private final SubscriberConnection.Owner owner = new Listening();

  // All below belongs to the context.
  private final Map<String, Channel> channels = new LinkedHashMap<>();
  private final Map<Place, SubscriberConnection> connections = new HashMap<>();
  private long timer = -1;
  private boolean closed;

  private record Channel(Consumer<String> handler, Promise<Void> confirmed) {}

  private Subscriber(
      Vertx vertx,
      Context context,
      StoreAddress address,
      LinkOptions options,
      RedisLink publisher,
      int canaryMs,
      Runnable onResumed) {
    this.vertx = vertx;
    this.context = context;
    this.address = address;
    this.options = options;
    this.publisher = publisher;
    this.canaryMs = canaryMs;
    this.onResumed = onResumed;
  }

  /**
   * Starts connecting on {@code context} and returns at once.
   *
   * @param publisher carries the canaries, which say nothing while it is down; knows which master
   *     of a Cluster has which slots
   * @param canaryMs milliseconds between two canaries; a silence of three ends the connection
   * @param onResumed called on the context: look at what you listen for, you may have missed
   *     something
   */
  public static Subscriber open(
      Vertx vertx,
      Context context,
      StoreAddress address,
      LinkOptions options,
      RedisLink publisher,
      int canaryMs,
      Runnable onResumed) {
    Subscriber subscriber =
        new Subscriber(vertx, context, address, options, publisher, canaryMs, onResumed);
    context.runOnContext(
        v -> subscriber.timer = vertx.setPeriodic(canaryMs, id -> subscriber.look()));
    publisher.onShards(shards -> context.runOnContext(v -> subscriber.take(shards)));
    return subscriber;
  }

  /**
   * One handler per channel, called on the context. Completes once Redis has confirmed; what is
   * published after that is heard.
   */
  public Future<Void> subscribe(String channel, Consumer<String> handler) {
    Promise<Void> confirmed = Promise.promise();
    context.runOnContext(
        v -> {
          channels.put(channel, new Channel(handler, confirmed));
          at(channel).ifPresent(connection -> connection.subscribe(channel));
        });
    return confirmed.future();
  }

  /** From some time on nothing of the channel is heard any more. */
  public void unsubscribe(String channel) {
    context.runOnContext(
        v -> {
          if (channels.remove(channel) == null) return;
          at(channel).ifPresent(connection -> connection.unsubscribe(channel));
        });
  }

  private Optional<SubscriberConnection> at(String channel) {
    return connections.values().stream().filter(each -> each.has(channel)).findFirst();
  }

  /** One connection to each of these, and to no other. */
  private void take(List<Shard> shards) {
    if (closed) return;
    Map<Place, SubscriberConnection> gone = new HashMap<>(connections);
    for (Shard shard : shards) {
      gone.remove(shard.place());
      SubscriberConnection connection = connections.get(shard.place());
      if (connection == null) opened(shard);
      else connection.take(shard.slots());
    }
    connections.keySet().removeAll(gone.keySet());
    gone.values().forEach(SubscriberConnection::close);
  }

  private void opened(Shard shard) {
    StoreAddress server = address.cluster() == null ? address : address.at(shard.place());
    SubscriberConnection connection =
        new SubscriberConnection(
            vertx,
            context,
            new Dialer(vertx, context, server, options),
            publisher.pubSub,
            new Backoff(options.firstPauseMs(), options.forMasterOf(address).longestPauseMs()),
            name,
            owner);
    connections.put(shard.place(), connection);
    connection.take(shard.slots());
    connection.connect();
  }

  private void look() {
    connections.values().forEach(each -> each.look(publisher, canaryMs));
  }

  public Future<Void> close() {
    return Loops.call(
        context,
        () -> {
          closed = true;
          vertx.cancelTimer(timer);
          List<Future<Void>> all = new ArrayList<>();
          connections.values().forEach(each -> all.add(each.close()));
          return Future.join(all).<Void>mapEmpty().otherwiseEmpty();
        });
  }

  private final class Listening implements SubscriberConnection.Owner {
    @Override
    public Collection<String> channels() {
      return channels.keySet();
    }

    @Override
    public void confirmed(String channel) {
      Channel of = channels.get(channel);
      if (of != null) of.confirmed.tryComplete();
    }

    @Override
    public void heard(String channel, String text) {
      Channel of = channels.get(channel);
      if (of != null) of.handler.accept(text);
    }

    @Override
    public void resumed() {
      onResumed.run();
    }

    @Override
    public void moved() {
      publisher.lookForSlots();
    }
  }
}
