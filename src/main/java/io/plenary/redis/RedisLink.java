package io.plenary.redis;

import io.plenary.activity.service.StoreUnavailable;
import io.plenary.metrics.StoreMeters;
import io.plenary.redis.ClusterView.Shard;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Pipelined connections to the store that heal by themselves: one to a server, or one to each
 * master of a Cluster. The client underneath neither reconnects nor times out; both are here.
 *
 * <p>A command fails with {@link StoreUnavailable} at once while the link is down, when too many
 * are in flight, when its reply does not come in time, and when Redis refuses for a passing reason.
 * Other errors of Redis reach the caller as they are. Replies come on the caller's context; those
 * of one server in the order of sending. Thread-safe.
 */
public abstract class RedisLink {
  final StoreGate gate;
  final PubSub pubSub;

  RedisLink(StoreGate gate, StoreAddress address) {
    this.gate = gate;
    this.pubSub = PubSub.of(address);
  }

  /** Starts connecting on {@code context} (an event loop's) and returns at once. */
  public static RedisLink open(
      Vertx vertx, Context context, StoreAddress address, LinkOptions options) {
    return open(vertx, context, address, options, StoreMeters.unread(), new StoreGate());
  }

  /**
   * As {@link #open(Vertx, Context, StoreAddress, LinkOptions)}, measured, and with a gate that is
   * shared with other links.
   */
  public static RedisLink open(
      Vertx vertx,
      Context context,
      StoreAddress address,
      LinkOptions options,
      StoreMeters meters,
      StoreGate gate) {
    RedisLink link =
        address.cluster() == null
            ? new ServerLink(vertx, context, address, options, meters, gate, null)
            : new ClusterLink(vertx, context, address, options, meters, gate);
    gate.joined(link);
    link.start();
    return link;
  }

  abstract void start();

  /**
   * Sends what looks after the store or at it. The gate does not hold it up, and what Redis refuses
   * comes as Redis says it, and shuts nothing.
   *
   * @param args as {@link #send}
   */
  public abstract Future<Response> ask(Command command, Object... args);

  /**
   * @param args strings, numbers, booleans, byte arrays or buffers; the first is the key, where
   *     there is one
   */
  public abstract Future<Response> send(Command command, Object... args);

  /**
   * Runs a script by its digest; a server that does not know it (new, or flushed) gets the source.
   *
   * @param keys all in one slot of a Cluster
   */
  public abstract Future<Response> eval(Script script, List<String> keys, List<?> args);

  /** Answers whether somebody heard it: the server says how many did. */
  public Future<Boolean> publish(String channel, String text) {
    return send(pubSub.publish, channel, text).map(heard -> heard.toInteger() > 0);
  }

  /**
   * An answer that something is not there counts only when the store is the one it was: else what
   * was lost would be told people as final.
   *
   * @param answer what to answer then
   */
  public <T> Future<T> gone(@Nullable T answer) {
    return gate.whole(() -> ask(Command.GET, Installation.KEY)).map(whole -> answer);
  }

  public abstract boolean isUp();

  /** Line of versions of the store last connected to. Once there was a connection. */
  public abstract String epoch();

  /**
   * Called on the link's context after every (re)connect, with what names the server that it is
   * connected to; also at once if the link is up.
   */
  public abstract void onUp(Consumer<String> listener);

  /** Called on the link's context, once per loss of the connection. */
  public abstract void onDown(Consumer<StoreUnavailable> listener);

  /** Completes, as {@link #onUp}, when the link is up, or is the next time; may wait for ever. */
  public Future<String> ready() {
    Promise<String> promise = Promise.promise();
    onUp(promise::tryComplete);
    return promise.future();
  }

  /**
   * Completes when the link is up. One that is down does not wait out its pause, but tries now;
   * fails with {@link StoreUnavailable} when that did not work.
   */
  public abstract Future<Void> hurry();

  /** Why the link is down, or was last. Call it on the link's context. */
  public abstract StoreUnavailable reason();

  /** Those to each master, as far as it was ever up. */
  abstract List<ServerLink> servers();

  /**
   * Called on the link's context with where all channels are listened to: now, or once that is
   * known, and after every look at it from then on.
   */
  abstract void onShards(Consumer<List<Shard>> listener);

  /** A server does not have what it had: looks, after a pause, where it is. From any thread. */
  abstract void lookForSlots();

  /** Ends a connection that leads to such a place; another is made. */
  abstract void leave(Predicate<String> place);

  /** Fails what is in flight; let it drain first. The link cannot be used again. */
  public abstract Future<Void> close();
}
