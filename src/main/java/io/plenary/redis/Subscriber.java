package io.plenary.redis;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection that only listens, and heals by itself. Nothing but SUBSCRIBE and UNSUBSCRIBE is
 * ever sent on it, because a message may take the place of a reply there; a canary published over a
 * {@link RedisLink} shows whether it still hears.
 *
 * <p>Messages may be missed whenever {@code onResumed} is called (after every connection, the first
 * included).
 */
public final class Subscriber {
  private static final Logger LOG = LoggerFactory.getLogger(Subscriber.class);

  /** Canaries that may be missed in a row. */
  private static final int PATIENCE = 3;

  private final Vertx vertx;
  private final Context context;
  private final Dialer dialer;
  private final RedisLink publisher;
  private final int canaryMs;
  private final String canary = "plenary:canary:" + UUID.randomUUID();

  // All below belongs to the context.
  private final Map<String, Consumer<String>> handlers = new LinkedHashMap<>();
  private final Map<String, Promise<Void>> confirming = new LinkedHashMap<>();
  private final Backoff backoff;
  private Runnable onResumed = () -> {};
  private @Nullable StoreConnection wire;
  private long publishedUnheard;
  private long timer = -1;
  private boolean closed;

  private Subscriber(
      Vertx vertx,
      Context context,
      StoreAddress address,
      LinkOptions options,
      RedisLink publisher,
      int canaryMs) {
    this.vertx = vertx;
    this.context = context;
    this.dialer = new Dialer(vertx, context, address, options);
    this.publisher = publisher;
    this.canaryMs = canaryMs;
    this.backoff =
        new Backoff(options.firstPauseMs(), options.forMasterOf(address).longestPauseMs());
  }

  /**
   * Starts connecting on {@code context} and returns at once.
   *
   * @param publisher carries the canaries; they say nothing while it is down
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
    Subscriber subscriber = new Subscriber(vertx, context, address, options, publisher, canaryMs);
    subscriber.onResumed = onResumed;
    context.runOnContext(
        v -> {
          subscriber.timer = vertx.setPeriodic(canaryMs, id -> subscriber.look());
          subscriber.connect();
        });
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
          handlers.put(channel, handler);
          confirming.put(channel, confirmed);
          if (wire != null) send(Request.cmd(Command.SUBSCRIBE).arg(channel));
        });
    return confirmed.future();
  }

  /** From some time on nothing of the channel is heard any more. */
  public void unsubscribe(String channel) {
    context.runOnContext(
        v -> {
          confirming.remove(channel);
          if (handlers.remove(channel) != null && wire != null) {
            send(Request.cmd(Command.UNSUBSCRIBE).arg(channel));
          }
        });
  }

  public Future<Void> close() {
    Promise<Void> done = Promise.promise();
    context.runOnContext(
        v -> {
          closed = true;
          vertx.cancelTimer(timer);
          wire = null;
          dialer.close().onComplete(ar -> done.tryComplete());
        });
    return done.future();
  }

  private void connect() {
    if (closed) return;
    dialer
        .dial()
        .onComplete(
            ar -> {
              if (ar.failed()) vertx.setTimer(backoff.next(), id -> connect());
              else if (closed) ar.result().close();
              else adopt(ar.result());
            });
  }

  private void adopt(StoreConnection fresh) {
    wire = fresh;
    publishedUnheard = 0;
    fresh.ended().onComplete(ar -> context.runOnContext(v -> drop(fresh, ar.result())));
    fresh.connection().handler(message -> heard(fresh, message));
    // The canary's channel comes last: its confirmation means that all the others are confirmed.
    Request subscribe = Request.cmd(Command.SUBSCRIBE);
    handlers.keySet().forEach(subscribe::arg);
    send(subscribe.arg(canary));
  }

  private void send(Request subscribe) {
    if (wire != null) wire.connection().send(subscribe);
  }

  private void drop(StoreConnection old, String why) {
    if (wire != old) return;
    wire = null;
    old.close();
    if (closed) return;
    LOG.warn("Listening to Redis stopped: {}; trying again", why);
    vertx.setTimer(backoff.next(), id -> connect());
  }

  /** {@code [subscribe, channel, count]} or {@code [message, channel, text]}. */
  private void heard(StoreConnection from, Response message) {
    if (from != wire || message == null || message.size() < 3) return;
    publishedUnheard = 0;
    String channel = message.get(1).toString();
    try {
      if ("message".equals(message.get(0).toString())) {
        Consumer<String> handler = handlers.get(channel);
        if (handler != null) handler.accept(message.get(2).toString());
      } else if ("subscribe".equals(message.get(0).toString())) {
        confirmed(channel);
      }
    } catch (RuntimeException e) {
      LOG.error("A handler of a Redis message threw", e);
    }
  }

  private void confirmed(String channel) {
    Promise<Void> waiting = confirming.remove(channel);
    if (waiting != null) waiting.tryComplete();
    if (!channel.equals(canary)) return;
    backoff.reset();
    onResumed.run();
  }

  private void look() {
    StoreConnection now = wire;
    if (now == null) return;
    if (publishedUnheard >= PATIENCE) {
      drop(now, "no canary came back within " + PATIENCE * canaryMs + " ms");
      return;
    }
    publisher
        .send(Command.PUBLISH, canary, "")
        .onSuccess(
            receivers -> {
              if (wire == now) publishedUnheard++;
            });
  }
}
