package io.plenary.redis;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.ResponseType;
import io.vertx.redis.client.impl.types.ErrorType;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection to one server that only listens, and heals by itself. Nothing but the two commands
 * that begin and end listening is ever sent on it, because a message may take the place of a reply
 * there. A canary that is published over a {@link RedisLink} shows whether it still hears. Belongs
 * to the context.
 */
final class SubscriberConnection {
  private static final Logger LOG = LoggerFactory.getLogger(SubscriberConnection.class);

  /** Canaries that may be missed in a row. */
  private static final int PATIENCE = 3;

  /** Whose channels it listens to. */
  interface Owner {
    /** All there are, wherever they are listened to. */
    Collection<String> channels();

    /** What is published on the channel from now on is heard. */
    void confirmed(String channel);

    void heard(String channel, String text);

    /** All channels are confirmed that the server has; what was published before may be missed. */
    void resumed();

    /** The server may have other channels than it had. */
    void moved();
  }

  private final Vertx vertx;
  private final Context context;
  private final Dialer dialer;
  private final PubSub pubSub;
  private final Backoff backoff;
  private final String name;
  private final Owner owner;
  private BitSet slots = new BitSet();
  private String canary = "";
  private @Nullable StoreConnection wire;
  private long publishedUnheard;

  /** Whether the server refused a channel, or ended listening to it. */
  private boolean refused;

  private boolean closed;

  /**
   * @param dialer its own
   * @param name random, of the canaries
   */
  SubscriberConnection(
      Vertx vertx,
      Context context,
      Dialer dialer,
      PubSub pubSub,
      Backoff backoff,
      String name,
      Owner owner) {
    this.vertx = vertx;
    this.context = context;
    this.dialer = dialer;
    this.pubSub = pubSub;
    this.backoff = backoff;
    this.name = name;
    this.owner = owner;
  }

  /**
   * Listens to the channels in these slots, which are all of the server, at least one. Those that
   * it had and has no more the server itself ends.
   */
  void take(BitSet all) {
    boolean same = all.equals(slots) && !refused;
    slots = all;
    if (same) return;
    canary = ServerKeys.in(all).canary() + ":" + name;
    if (wire != null) listen();
  }

  boolean has(String channel) {
    return slots.get(Slots.of(channel));
  }

  void connect() {
    if (closed) return;
    dialer
        .dial()
        .onComplete(
            ar -> {
              if (ar.failed()) again();
              else if (closed) ar.result().close();
              else adopt(ar.result());
            });
  }

  private void again() {
    if (closed) return;
    owner.moved();
    vertx.setTimer(backoff.next(), id -> connect());
  }

  private void adopt(StoreConnection fresh) {
    wire = fresh;
    publishedUnheard = 0;
    fresh.ended().onComplete(ar -> context.runOnContext(v -> drop(fresh, ar.result())));
    fresh.connection().handler(message -> heard(fresh, message));
    listen();
  }

  /** The canary's channel comes last: once it is confirmed all others are, or are refused. */
  private void listen() {
    refused = false;
    owner.channels().stream()
        .filter(this::has)
        .collect(Collectors.groupingBy(pubSub::together))
        .values()
        .forEach(some -> send(pubSub.subscribe, some));
    send(pubSub.subscribe, List.of(canary));
  }

  void subscribe(String channel) {
    send(pubSub.subscribe, List.of(channel));
  }

  void unsubscribe(String channel) {
    send(pubSub.unsubscribe, List.of(channel));
  }

  private void send(Command command, List<String> channels) {
    if (wire == null) return;
    Request request = Request.cmd(command);
    channels.forEach(request::arg);
    wire.connection().send(request);
  }

  private void drop(StoreConnection old, String why) {
    if (wire != old) return;
    wire = null;
    old.close();
    LOG.warn("Listening to Redis stopped: {}; trying again", why);
    again();
  }

  /**
   * {@code [subscribe, channel, count]}, {@code [unsubscribe, channel, count]}, {@code [message,
   * channel, text]}, or an error.
   */
  private void heard(StoreConnection from, @Nullable Response message) {
    if (from != wire || message == null) return;
    publishedUnheard = 0;
    if (message.type() == ResponseType.ERROR) {
      refused(Refusal.code((ErrorType) message));
      return;
    }
    if (message.size() < 3) return;
    try {
      String kind = message.get(0).toString();
      String channel = message.get(1).toString();
      if (kind.equals(pubSub.word("message"))) owner.heard(channel, message.get(2).toString());
      else if (kind.equals(pubSub.word("subscribe"))) confirmed(channel);
      else if (kind.equals(pubSub.word("unsubscribe")) && wanted(channel)) moved();
    } catch (RuntimeException e) {
      LOG.error("A handler of a Redis message threw", e);
    }
  }

  private boolean wanted(String channel) {
    return channel.equals(canary) || owner.channels().contains(channel);
  }

  private void refused(String code) {
    if (code.equals("MOVED") || code.equals("CLUSTERDOWN")) moved();
    else LOG.warn("Redis refuses that it is listened to ({})", code);
  }

  private void moved() {
    refused = true;
    owner.moved();
  }

  private void confirmed(String channel) {
    owner.confirmed(channel);
    if (!channel.equals(canary)) return;
    backoff.reset();
    owner.resumed();
  }

  /** Sends a canary, or ends a connection that heard none lately. */
  void look(RedisLink publisher, int everyMs) {
    StoreConnection now = wire;
    if (now == null) return;
    if (publishedUnheard >= PATIENCE) {
      drop(now, "no canary came back within " + PATIENCE * everyMs + " ms");
      return;
    }
    publisher
        .publish(canary, "")
        .onSuccess(
            heard -> {
              if (wire == now) publishedUnheard++;
            });
  }

  Future<Void> close() {
    closed = true;
    StoreConnection old = wire;
    wire = null;
    if (old != null) old.close();
    return dialer.close();
  }
}
