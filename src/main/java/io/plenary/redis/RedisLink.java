package io.plenary.redis;

import io.plenary.metrics.StoreMeters;
import io.plenary.room.service.StoreAway;
import io.plenary.redis.InFlight.Pending;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One pipelined connection to Redis that heals by itself. The client underneath neither reconnects nor times out; both are here.
 *
 * <p>A command fails with {@link StoreAway} at once while the link is down, when too many are in flight, when its reply does not come
 * in time (the connection is then replaced and everything in flight fails), and when Redis refuses for a passing reason. Other
 * errors of Redis reach the caller as they are. Replies come in the order of sending, on the caller's context. Thread-safe.
 */
public final class RedisLink {
  private static final Logger LOG = LoggerFactory.getLogger(RedisLink.class);

  private final Vertx vertx;
  private final Context context;
  private final StoreAddress address;
  private final LinkOptions options;
  private final StoreMeters meters;
  private final Dialer dialer;
  private final LinkEvents events = new LinkEvents();

  // Everything below belongs to the context; the volatile ones may be read from anywhere.
  private final InFlight inFlight = new InFlight();
  private final Backoff backoff;
  private Wire wire;
  private StoreAway reason = new StoreAway("Redis is not connected yet");
  private long lastReply;
  private long timer = -1;
  private boolean overdue;
  private boolean closed;
  private volatile String runId;
  private volatile boolean up;

  private RedisLink(Vertx vertx, Context context, StoreAddress address, LinkOptions options, StoreMeters meters) {
    this.meters = meters;
    this.vertx = vertx;
    this.context = context;
    this.address = address;
    this.options = options;
    this.dialer = new Dialer(vertx, context, address, options);
    this.backoff = new Backoff(options.firstPauseMs(), options.longestPauseMs());
  }

  /** Starts connecting on {@code context} (an event loop's) and returns at once. */
  public static RedisLink open(Vertx vertx, Context context, StoreAddress address, LinkOptions options) {
    return open(vertx, context, address, options, StoreMeters.unread());
  }

  /** As {@link #open(Vertx, Context, StoreAddress, LinkOptions)}, measured. */
  public static RedisLink open(Vertx vertx, Context context, StoreAddress address, LinkOptions options, StoreMeters meters) {
    RedisLink link = new RedisLink(vertx, context, address, options, meters);
    context.runOnContext(v -> {
      long everyMs = Math.max(5, options.commandTimeoutMs() / 20);
      link.timer = vertx.setPeriodic(everyMs, id -> link.look());
      link.connect();
    });
    return link;
  }

  public Future<Response> send(Request request) {
    Context caller = Vertx.currentContext();
    Promise<Response> promise = Promise.promise();
    if (caller == context) {
      submit(request, promise);
      return promise.future();
    }
    context.runOnContext(v -> submit(request, promise));
    if (caller == null) return promise.future();
    Promise<Response> home = Promise.promise();
    promise.future().onComplete(ar -> caller.runOnContext(v -> InFlight.finish(home, ar.result(), ar.cause())));
    return home.future();
  }

  /** @param args strings, numbers, booleans, byte arrays or buffers */
  public Future<Response> send(Command command, Object... args) {
    return measured(command.toString(), raw(command, args));
  }

  private Future<Response> raw(Command command, Object... args) {
    try {
      return send(Request.cmd(command, args));
    } catch (IllegalArgumentException e) {
      return Future.failedFuture(e);
    }
  }

  /** Runs a script by its digest; a server that does not know it (new, or flushed) gets the source. */
  public Future<Response> eval(Script script, List<String> keys, List<?> args) {
    return measured(script.name(), raw(Command.EVALSHA, arguments(script.sha1(), keys, args)).recover(e -> {
      boolean unknown = e.getMessage() != null && e.getMessage().startsWith("NOSCRIPT");
      return unknown ? raw(Command.EVAL, arguments(script.source(), keys, args)) : Future.failedFuture(e);
    }));
  }

  /** From sending to the reply, both ways through the event loop included: what the caller waits. */
  private Future<Response> measured(String call, Future<Response> reply) {
    long start = System.nanoTime();
    return reply.onComplete(result -> {
      if (result.succeeded()) meters.answered(call, System.nanoTime() - start);
      else meters.failed(call);
    });
  }

  private static Object[] arguments(String script, List<String> keys, List<?> args) {
    Object[] all = new Object[2 + keys.size() + args.size()];
    all[0] = script;
    all[1] = keys.size();
    int i = 2;
    for (String key : keys) all[i++] = key;
    for (Object arg : args) all[i++] = arg;
    return all;
  }

  public boolean isUp() {
    return up;
  }

  /** Run id of the server last connected to: changes with every start of Redis. Null before the first connection. */
  public String runId() {
    return runId;
  }

  /** Called on the link's context with the run id after every (re)connect; also at once if the link is up. */
  public void onUp(Consumer<String> listener) {
    context.runOnContext(v -> events.addUp(listener, wire == null ? null : runId));
  }

  /** Called on the link's context, once per loss of the connection. */
  public void onDown(Consumer<StoreAway> listener) {
    context.runOnContext(v -> events.addDown(listener));
  }

  /** Completes with the run id when the link is up for the first time from now on; a server that never comes leaves it waiting. */
  public Future<String> ready() {
    Promise<String> promise = Promise.promise();
    onUp(promise::tryComplete);
    return promise.future();
  }

  /** Why the link is down, for a status page; the last reason while it is up. Call it on the link's context. */
  public StoreAway reason() {
    return reason;
  }

  /** Fails what is in flight; let it drain first. The link cannot be used again. */
  public Future<Void> close() {
    Promise<Void> done = Promise.promise();
    context.runOnContext(v -> {
      closed = true;
      vertx.cancelTimer(timer);
      Wire old = wire;
      if (old != null) drop(old, new StoreAway("the link to Redis is closed"));
      dialer.close().onComplete(ar -> done.tryComplete());
    });
    return done.future();
  }

  private void connect() {
    if (closed) return;
    dialer.dial().onComplete(ar -> {
      if (ar.succeeded()) adopt(ar.result());
      else retry((StoreAway) ar.cause());
    });
  }

  private void adopt(Wire fresh) {
    if (closed) {
      fresh.close();
      return;
    }
    if (runId != null) meters.reconnected();
    wire = fresh;
    lastReply = System.nanoTime();
    overdue = false;
    runId = fresh.info().runId();
    up = true;
    backoff.reset();
    LOG.info("Redis {} is connected", address.place());
    fresh.ended().onComplete(ar -> context.runOnContext(v -> drop(fresh, new StoreAway(ar.result()))));
    events.up(runId);
  }

  private void retry(StoreAway why) {
    if (!closed && !why.getMessage().equals(reason.getMessage())) LOG.warn("{}; trying again", why.getMessage());
    reason = why;
    if (!closed) vertx.setTimer(backoff.next(), id -> connect());
  }

  private void drop(Wire old, StoreAway why) {
    if (wire != old) return;
    wire = null;
    up = false;
    old.close();
    inFlight.failAll(why);
    events.down(why);
    retry(why);
  }

  private void submit(Request request, Promise<Response> promise) {
    if (wire == null) {
      InFlight.finish(promise, null, reason);
      return;
    }
    if (inFlight.size() >= options.maxInFlight()) {
      InFlight.finish(promise, null, new StoreAway("too many commands to Redis are in flight"));
      return;
    }
    Wire used = wire;
    Pending pending = inFlight.add(promise, System.nanoTime());
    used.connection().send(request).onComplete(ar -> answered(used, pending, ar));
  }

  private void answered(Wire used, Pending pending, AsyncResult<Response> answer) {
    lastReply = System.nanoTime();
    Refusal refusal = answer.succeeded() ? null : Refusal.of(answer.cause());
    if (refusal == null) {
      inFlight.settle(pending, answer.result(), answer.cause());
      return;
    }
    StoreAway away = refusal.away();
    inFlight.settle(pending, null, away);
    if (refusal.reconnect()) drop(used, away);
  }

  /**
   * Finds a reply that is overdue, and tries an idle connection. Only what is overdue twice in a row is: when this loop itself stood still, the
   * reply may be here, unread, and is read before the next look.
   */
  private void look() {
    if (wire == null) return;
    long now = System.nanoTime();
    boolean before = overdue;
    overdue = inFlight.oldestAge(now) > TimeUnit.MILLISECONDS.toNanos(options.commandTimeoutMs());
    if (overdue && before) {
      drop(wire, new StoreAway("Redis did not answer within " + options.commandTimeoutMs() + " ms"));
    } else if (inFlight.size() == 0 && now - lastReply > TimeUnit.MILLISECONDS.toNanos(options.idlePingMs())) {
      submit(Request.cmd(Command.PING), Promise.promise());
    }
  }
}
