package io.plenary.redis;

import io.plenary.activity.service.StoreUnavailable;
import io.plenary.metrics.StoreMeters;
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
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One pipelined connection to Redis that heals by itself. The client underneath neither reconnects
 * nor times out; both are here.
 *
 * <p>A command fails with {@link StoreUnavailable} at once while the link is down, when too many
 * are in flight, when its reply does not come in time (the connection is then replaced and
 * everything in flight fails), and when Redis refuses for a passing reason. Other errors of Redis
 * reach the caller as they are. Replies come in the order of sending, on the caller's context.
 * Thread-safe.
 */
public final class RedisLink {
  private static final Logger LOG = LoggerFactory.getLogger(RedisLink.class);

  private final Context context;
  private final LinkOptions options;
  private final StoreMeters meters;
  private final StoreGate gate;
  private final Dialer dialer;
  private final LinkEvents events = new LinkEvents();

  // Everything below belongs to the context; the volatile ones may be read from anywhere.
  private final InFlight inFlight = new InFlight();
  private final Patience patience;
  private final NextAttempt next;
  private @Nullable StoreConnection wire;
  private StoreUnavailable reason = new StoreUnavailable("Redis is not connected yet");
  private @Nullable LoopTimer timer;
  private boolean closed;
  private volatile @Nullable String runId;
  private volatile boolean up;

  private RedisLink(
      Vertx vertx,
      Context context,
      StoreAddress address,
      LinkOptions options,
      StoreMeters meters,
      StoreGate gate) {
    this.meters = meters;
    this.gate = gate;
    this.context = context;
    this.options = options;
    this.dialer = new Dialer(vertx, context, address, options);
    this.patience = new Patience(inFlight, options);
    this.next = new NextAttempt(vertx, options.forMasterOf(address), this::connect);
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
    RedisLink link = new RedisLink(vertx, context, address, options, meters, gate);
    gate.joined(link);
    context.runOnContext(
        v -> {
          link.timer =
              new LoopTimer(vertx, Math.max(5, options.commandTimeoutMs() / 20), link::look);
          link.connect();
        });
    return link;
  }

  /**
   * Sends what looks after the store or at it. The gate does not hold it up, and what Redis refuses
   * comes as Redis says it, and shuts nothing.
   */
  public Future<Response> ask(Request request) {
    return sent(request, true, AclCheck.mayWrite(request.command()));
  }

  /** As {@link #ask(Request)}. */
  public Future<Response> ask(Command command, Object... args) {
    return ask(Request.cmd(command, args));
  }

  private Future<Response> sent(Request request, boolean plain, boolean writes) {
    return InFlight.on(context, promise -> submit(request, promise, plain, writes));
  }

  /**
   * @param args strings, numbers, booleans, byte arrays or buffers
   */
  public Future<Response> send(Command command, Object... args) {
    boolean writes = AclCheck.writes(command);
    StoreUnavailable shut = gate.shut(writes);
    return measured(
        command.toString(),
        shut != null ? Future.failedFuture(shut) : raw(() -> Request.cmd(command, args), writes));
  }

  private Future<Response> raw(Supplier<Request> request, boolean writes) {
    try {
      return sent(request.get(), false, writes);
    } catch (RuntimeException e) { // whoever waits for the answer must have one
      return Future.failedFuture(e);
    }
  }

  /**
   * Runs a script by its digest; a server that does not know it (new, or flushed) gets the source.
   */
  public Future<Response> eval(Script script, List<String> keys, List<?> args) {
    StoreUnavailable shut = gate.shut(script.writes());
    if (shut != null) return measured(script.name(), Future.failedFuture(shut));
    return measured(
        script.name(),
        raw(() -> script.byDigest(keys, args), script.writes())
            .recover(
                e -> {
                  boolean unknown = e.getMessage() != null && e.getMessage().startsWith("NOSCRIPT");
                  return unknown
                      ? raw(() -> script.bySource(keys, args), script.writes())
                      : Future.failedFuture(e);
                }));
  }

  /**
   * An answer that something is not there counts only when the store is the one it was: else what
   * was lost would be told people as final.
   *
   * @param answer what to answer then
   */
  public <T> Future<T> gone(@Nullable T answer) {
    return gate.whole(() -> ask(Installation.look())).map(whole -> answer);
  }

  /**
   * From sending to the reply, both ways through the event loop included: what the caller waits.
   */
  private Future<Response> measured(String call, Future<Response> reply) {
    long start = System.nanoTime();
    return reply.onComplete(
        result -> {
          if (result.succeeded()) meters.answered(call, System.nanoTime() - start);
          else meters.failed(call);
        });
  }

  public boolean isUp() {
    return up;
  }

  /** Line of versions of the server last connected to. Once there was a connection. */
  public String epoch() {
    return gate.lineage().epoch(Objects.requireNonNull(runId, "not connected yet"));
  }

  /**
   * Called on the link's context with the run id after every (re)connect; also at once if the link
   * is up.
   */
  public void onUp(Consumer<String> listener) {
    context.runOnContext(v -> events.addUp(listener, wire == null ? null : runId));
  }

  /** Called on the link's context, once per loss of the connection. */
  public void onDown(Consumer<StoreUnavailable> listener) {
    context.runOnContext(v -> events.addDown(listener));
  }

  /** Completes with the run id when the link is up, or is the next time; may wait for ever. */
  public Future<String> ready() {
    Promise<String> promise = Promise.promise();
    onUp(promise::tryComplete);
    return promise.future();
  }

  /**
   * Completes when the link is up. One that is down does not wait out its pause, but tries now;
   * fails with {@link StoreUnavailable} when that did not work.
   */
  public Future<Void> hurry() {
    Promise<Void> done = Promise.promise();
    context.runOnContext(v -> next.hurry(done));
    return done.future();
  }

  /** Why the link is down, or was last. Call it on the link's context. */
  public StoreUnavailable reason() {
    return reason;
  }

  /** For further connections to the same store. */
  Dialer dialer() {
    return dialer;
  }

  /** Ends a connection that leads to such a place; another is made. */
  void leave(Predicate<String> place) {
    context.runOnContext(
        v -> {
          if (wire == null || !place.test(wire.place())) return;
          drop(wire, new StoreUnavailable("Redis has another master now"));
        });
  }

  /** Fails what is in flight; let it drain first. The link cannot be used again. */
  public Future<Void> close() {
    Promise<Void> done = Promise.promise();
    context.runOnContext(
        v -> {
          closed = true;
          gate.left(this);
          next.over();
          if (timer != null) timer.stop();
          StoreConnection old = wire;
          if (old != null) drop(old, new StoreUnavailable("the link to Redis is closed"));
          dialer.close().onComplete(ar -> done.tryComplete());
        });
    return done.future();
  }

  private void connect() {
    if (closed) return;
    dialer
        .dial()
        .compose(gate.lineage()::settle)
        .onComplete(
            ar ->
                context.runOnContext(
                    v -> {
                      if (ar.succeeded()) adopt(ar.result());
                      else retry((StoreUnavailable) ar.cause());
                    }));
  }

  private void adopt(StoreConnection fresh) {
    if (closed) {
      fresh.close();
      return;
    }
    if (runId != null) meters.reconnected();
    wire = fresh;
    patience.begin(System.nanoTime());
    String id = fresh.info().runId();
    runId = id;
    up = true;
    LOG.info("Redis {} is connected", fresh.place());
    fresh
        .ended()
        .onComplete(
            ar -> context.runOnContext(v -> drop(fresh, new StoreUnavailable(ar.result()))));
    next.over();
    events.up(id);
  }

  private void retry(StoreUnavailable why) {
    if (!closed && !why.getMessage().equals(reason.getMessage())) {
      LOG.warn("{}; trying again", why.getMessage());
    }
    reason = why;
    if (!closed) next.after(why);
  }

  private void drop(StoreConnection old, StoreUnavailable why) {
    if (wire != old) return;
    wire = null;
    up = false;
    old.close();
    inFlight.failAll(why);
    if (!closed) events.down(why); // who closes it is not told that it is away
    retry(why);
  }

  private void submit(Request request, Promise<Response> promise, boolean plain, boolean writes) {
    if (wire == null) {
      InFlight.finish(promise, null, reason);
      return;
    }
    if (inFlight.size() >= options.maxInFlight()) {
      InFlight.finish(
          promise, null, new StoreUnavailable("too many commands to Redis are in flight"));
      return;
    }
    StoreConnection used = wire;
    Pending pending = inFlight.add(promise, System.nanoTime());
    try {
      (writes ? Copies.send(used, request, gate) : used.connection().send(request))
          .onComplete(ar -> answered(used, pending, ar, plain));
    } catch (RuntimeException e) { // nobody waits for ever
      drop(used, new StoreUnavailable("the connection to Redis broke (" + Refusal.code(e) + ")"));
    }
  }

  private void answered(
      StoreConnection used, Pending pending, AsyncResult<Response> answer, boolean plain) {
    patience.heard(System.nanoTime());
    Refusal refusal = answer.succeeded() ? null : Refusal.of(answer.cause());
    if (refusal == null || (plain && !refusal.reconnect())) {
      inFlight.settle(pending, answer.result(), answer.cause());
      return;
    }
    StoreUnavailable away = refusal.away();
    inFlight.settle(pending, null, away);
    // Each that waits behind it would wait as long for its copies.
    boolean stuck = answer.cause() instanceof Copies.TooFew && inFlight.size() > 0;
    if (refusal.reconnect() || stuck) drop(used, away);
    if (refusal.writes()) gate.refused(away);
  }

  /** Finds a reply that is overdue, and tries an idle connection. */
  private void look(boolean late) {
    if (wire == null) return;
    switch (patience.look(System.nanoTime(), late)) {
      case OVERDUE ->
          drop(
              wire,
              new StoreUnavailable(
                  "Redis did not answer within " + options.commandTimeoutMs() + " ms"));
      case IDLE -> submit(Request.cmd(Command.PING), Promise.promise(), false, false);
      case WELL -> {}
    }
  }
}
